'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { Blocker } from '@/lib/planning/breach';

const LONGEST_REASON = 500;

type TimeTakenProps = {
  blockedBy: readonly Blocker[];
  timeZone: string;
  /** Books over it on purpose; none where the user may not, or where something else stands against it. */
  onOverlap?: (reason: string) => void;
  isPending: boolean;
  /** Why it is shared; kept by the form, so that no answer of the server loses it. */
  reason: string;
  onReason: (reason: string) => void;
};

/** Who has the time that was typed, and, for those who may, the way to share it. */
export function TimeTaken(props: TimeTakenProps) {
  const { blockedBy, timeZone, onOverlap, isPending, reason, onReason } = props;
  const t = useTranslations('booking.taken');
  const format = useFormatter();
  const clock = (instant: number) => format.dateTime(new Date(instant), 'time', { timeZone });
  if (blockedBy.length === 0 && !onOverlap) return null;
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3 rounded bg-warn-soft p-3">
      {blockedBy.length > 0 ? (
        <ul className="flex flex-col text-work">
          {blockedBy.map((by) => (
            <li key={`${by.kind} ${by.start}`} className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-medium">
                {by.patientName === null
                  ? t('someone', { from: clock(by.start), to: clock(by.end) })
                  : t('who', { name: by.patientName, from: clock(by.start), to: clock(by.end) })}
              </span>
              {by.kind === 'pause' ? <span className="text-sm text-soft">{t('pause')}</span> : null}
              {by.appointmentId !== null && by.number !== null ? (
                // The page of an appointment, beside this one: nothing typed here is left behind.
                <Link
                  href={`/appointments/${by.appointmentId}` as Route}
                  target="_blank"
                  aria-label={t('open', { number: by.number })}
                  className="target text-sm text-accent underline underline-offset-4"
                >
                  <span className="ltr">{by.number}</span>
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {onOverlap ? (
        <div className="flex flex-col gap-2">
          <TextField
            label={t('reason')}
            description={t('reasonHint')}
            maxLength={LONGEST_REASON}
            dir="auto"
            value={reason}
            onChange={(event) => onReason(event.target.value)}
          />
          <Button
            className="self-start"
            isPending={isPending}
            disabledReason={reason.trim() === '' ? t('needsReason') : undefined}
            onClick={() => onOverlap(reason.trim())}
          >
            {t('anyway')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
