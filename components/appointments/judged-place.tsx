'use client';

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/text-field';
import type { Breach } from '@/lib/planning/breach';
import type { Judgement } from './ask-appointment';
import { useBreachWords } from './breach-words';
import type { MoveDraft } from './move-draft';

type JudgedPlaceProps = {
  judged: Judgement | null;
  isAsking: boolean;
  /** The server could not be asked. */
  failed: { retry: () => void } | null;
  draft: MoveDraft;
  onChange: (change: Partial<MoveDraft>) => void;
  mayOverlap: boolean;
  timeZone: string;
  providerName: string;
  acceptErrors: readonly string[] | undefined;
  overlapErrors: readonly string[] | undefined;
};

const SHARED = new Set(['provider_busy', 'patient_busy', 'no_room']);

/** Whether the place can be shared: nothing but other visits stands in the way. */
export const canBeShared = (hard: readonly Breach[]): boolean =>
  hard.length > 0 && hard.every(({ code }) => SHARED.has(code));

/** What the chosen place breaks, at once and in words, and what the person can answer to it. */
export function JudgedPlace(props: JudgedPlaceProps) {
  const { judged, isAsking, failed, draft, onChange, mayOverlap, acceptErrors, overlapErrors } = props;
  const t = useTranslations('appointment.move');
  const common = useTranslations('common');
  const say = useBreachWords(props);
  if (failed) {
    return (
      <Line tone="danger" icon={<CircleAlert aria-hidden className="size-4 text-danger" />}>
        <span className="flex flex-wrap items-center gap-3">
          {t('judgeFailed')} <Button onClick={failed.retry}>{common('retry')}</Button>
        </span>
      </Line>
    );
  }
  if (!judged) return isAsking ? <p className="text-work text-soft">{t('judging')}</p> : null;
  const { hard, soft } = judged;
  if (hard.length === 0 && soft.length === 0) {
    return (
      <Line tone="fine" icon={<CircleCheck aria-hidden className="size-4 text-done" />}>
        {t('fits')}
      </Line>
    );
  }
  const codes = soft.map(({ code }) => code);
  return (
    <div className="flex flex-col gap-3">
      {hard.length > 0 ? (
        <Line tone="danger" icon={<CircleAlert aria-hidden className="size-4 text-danger" />}>
          <BreachList breaches={hard} say={say} />
        </Line>
      ) : null}
      {canBeShared(hard) && mayOverlap ? (
        <div>
          <Checkbox
            label={t('overlap')}
            description={t('overlapHint')}
            checked={draft.isOverlap}
            onChange={(event) => onChange({ isOverlap: event.target.checked })}
          />
          {draft.isOverlap ? (
            <TextField
              label={t('overlapReason')}
              value={draft.overlapReason}
              maxLength={500}
              onChange={(event) => onChange({ overlapReason: event.target.value })}
              errors={overlapErrors}
              className="ps-7 pt-2"
            />
          ) : null}
        </div>
      ) : null}
      {soft.length > 0 ? (
        <Line tone="warn" icon={<TriangleAlert aria-hidden className="size-4 text-warn" />}>
          <BreachList breaches={soft} say={say} />
          <Checkbox
            label={t('accept')}
            checked={codes.every((code) => draft.accepted.includes(code))}
            onChange={(event) => onChange({ accepted: event.target.checked ? codes : [] })}
            errors={acceptErrors}
          />
        </Line>
      ) : null}
    </div>
  );
}

function BreachList({ breaches, say }: { breaches: readonly Breach[]; say: (breach: Breach) => string }) {
  return (
    <ul className="flex flex-col gap-1">
      {breaches.map((breach) => (
        <li key={`${breach.code} ${breach.by?.kind} ${breach.by?.start}`}>{say(breach)}</li>
      ))}
    </ul>
  );
}

const tones = { fine: 'bg-done-soft', warn: 'bg-warn-soft', danger: 'bg-danger-soft' };

function Line({ tone, icon, children }: { tone: keyof typeof tones; icon: ReactNode; children: ReactNode }) {
  return (
    <div className={`flex gap-3 rounded px-4 py-2.5 text-work ${tones[tone]}`}>
      <span className="flex h-5 shrink-0 items-center coarse:h-6">{icon}</span>
      <div className="min-w-0 grow">{children}</div>
    </div>
  );
}
