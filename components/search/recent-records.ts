'use client';

import { MOST_RECENT, type RecordRef, recordRefOf } from '@/lib/rules/record-ref';

/*
 * What a user has opened last on this device: kinds and ids, no names. What they are called is asked of the
 * server each time, which forgets nobody's permissions.
 */
const keyOf = (userId: string) => `takt-recent-${userId}`;

export function recentRecords(userId: string): RecordRef[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((entry) => recordRefOf(entry) ?? []).slice(0, MOST_RECENT);
  } catch {
    return []; // a browser without storage has no memory
  }
}

export function rememberRecord(userId: string, record: RecordRef): void {
  const others = recentRecords(userId).filter(({ kind, id }) => kind !== record.kind || id !== record.id);
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify([record, ...others].slice(0, MOST_RECENT)));
  } catch {
    // Likewise.
  }
}
