'use client';

import type { ComponentProps } from 'react';
import { AttentionSteps } from '@/components/attention/attention-steps';
import { useShortcutsOn } from '@/components/shell/shortcut-setting';

/** The steps, with their keys unless the user has switched keys off. */
export function WorkSteps(props: Omit<ComponentProps<typeof AttentionSteps>, 'areKeysOn'>) {
  return <AttentionSteps {...props} areKeysOn={useShortcutsOn()} />;
}
