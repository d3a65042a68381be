import { WifiOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { isReachable, useIsOffline, useSayOffline } from '@/components/ui/connection';

const ASK_AGAIN_AFTER_MS = 4000;

/**
 * Says quietly that the calendar could not be brought up to date, and since when. It goes by itself. Without a
 * connection the notice of every page says so, with these words.
 */
export function ConnectionHint({ since, timeZone }: { since: number | null; timeZone: string }) {
  const t = useTranslations('calendar');
  const format = useFormatter();
  const isOffline = useIsOffline();
  const time = since === null ? null : format.dateTime(since, 'time', { timeZone });
  useSayOffline(time === null ? null : t('cutOff', { time }));
  // Whether it is the connection or only the calendar: if it is the connection, everybody hears of it.
  const isBehind = since !== null;
  useEffect(() => {
    if (isBehind) void isReachable();
  }, [isBehind]);
  return (
    <output className="block print:hidden">
      {time === null || isOffline ? null : (
        <p className="mb-2 flex items-center gap-2 rounded bg-warn-soft px-3 py-2 text-sm text-warn">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {t('offline', { time })}
        </p>
      )}
    </output>
  );
}

/** The same before anything could ask: what it takes is fetched again after a while. */
export function AskAgain({ again, timeZone }: { again: () => void; timeZone: string }) {
  const [since] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(again, ASK_AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [again]);
  return <ConnectionHint since={since} timeZone={timeZone} />;
}
