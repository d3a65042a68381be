import { WifiOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';

/** Says quietly that the calendar could not be brought up to date, and since when. It goes by itself. */
export function ConnectionHint({ since, timeZone }: { since: number | null; timeZone: string }) {
  const t = useTranslations('calendar');
  const format = useFormatter();
  return (
    <output className="block print:hidden">
      {since === null ? null : (
        <p className="mb-2 flex items-center gap-2 rounded bg-warn-soft px-3 py-2 text-sm text-warn">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {t('offline', { time: format.dateTime(since, 'time', { timeZone }) })}
        </p>
      )}
    </output>
  );
}
