'use client';

import { Info } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { intoView } from '@/components/ui/into-view';
import type { StaleVisit } from '@/lib/appointments/visit-change';
import { AppointmentHistory } from './appointment-history';
import type { VisitToAct } from './visit';
import { useSpanWords } from './visit-words';

type StaleNoticeProps = {
  stale: StaleVisit;
  /** As the person saw it, whatever the page shows meanwhile. */
  seen: VisitToAct;
  onUseNewState: (now: VisitToAct) => void;
};

/** Someone was faster: what they did, the visit as it was seen and as it is; what was typed stays. */
export function StaleNotice({ stale, seen, onUseNewState }: StaleNoticeProps) {
  const t = useTranslations('appointment.stale');
  const state = useTranslations('states');
  const router = useRouter();
  const say = useSpanWords(seen.timeZone);
  return (
    <div
      ref={intoView}
      role="alert"
      // The buttons of a long form stand before its last lines.
      className="flex scroll-mt-6 scroll-mb-24 flex-col gap-3 rounded bg-warn-soft p-4 text-work"
    >
      <p className="flex items-center gap-2 font-semibold">
        <Info aria-hidden className="size-4 shrink-0 text-warn" />
        {t('title')}
      </p>
      <AppointmentHistory events={stale.events} timeZone={seen.timeZone} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-soft">{t('seen')}</dt>
        <dd>
          {say(seen)} · <bdi>{seen.providerName}</bdi> · {state(seen.status)}
        </dd>
        <dt className="text-soft">{t('now')}</dt>
        <dd className="font-medium">
          {say(stale.now)} · <bdi>{stale.now.providerName}</bdi> · {state(stale.now.status)}
        </dd>
      </dl>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-soft">{t('kept')}</p>
        <Button
          onClick={() => {
            onUseNewState({ ...seen, ...stale.now, version: stale.version });
            router.refresh();
          }}
        >
          {t('use')}
        </Button>
      </div>
    </div>
  );
}
