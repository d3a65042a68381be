import type { Instance, Weights } from '@/lib/scheduling/instance';

export const PRESET_NAMES = ['soonest', 'regular', 'same_provider'] as const;

export type PresetName = (typeof PRESET_NAMES)[number];

/** What each way of planning cares about. */
export const PRESETS: Readonly<Record<PresetName, Weights>> = {
  soonest: { late: 1000, gap: 0, clock: 1, change: 0, prefer: 0 },
  regular: { late: 1, gap: 60, clock: 4, change: 120, prefer: 0 },
  same_provider: { late: 1, gap: 0, clock: 1, change: 5000, prefer: 0 },
};

/** The same problem, planned the preset's way. */
export function withPreset(instance: Instance, preset: PresetName): Instance {
  return { ...instance, weights: PRESETS[preset] };
}
