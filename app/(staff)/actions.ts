'use server';

import * as z from 'zod';
import { action } from '@/app/action';
import { signOutEverywhere as signOutEverywhereOperation } from '@/lib/auth/sign-out-everywhere';
import { undoChangeInput } from '@/lib/changes/input';
import { undoChange as undoChangeOperation } from '@/lib/changes/undo-change';

export const signOutEverywhere = action({
  permission: 'account.manage',
  input: z.undefined(),
  operation: signOutEverywhereOperation,
});

export const undoChange = action({
  permission: 'change.undo',
  input: undoChangeInput,
  operation: undoChangeOperation,
  // Visits and packages stand on almost every page.
  revalidate: ['/'],
});
