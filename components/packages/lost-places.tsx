import { useFormatter, useTranslations } from 'next-intl';
import type { LostPlace } from '@/lib/packages/lost-places';

type LostPlacesProps = { lost: readonly LostPlace[]; timeZone: string };

/** Which places of the plan are gone, and to whom. */
export function LostPlaces({ lost, timeZone }: LostPlacesProps) {
  const t = useTranslations('replan.problem');
  const format = useFormatter();
  if (lost.length === 0) return null;
  return (
    <ul>
      {lost.map(({ number, start, by }) => (
        <li key={number}>
          {t('lost', {
            number,
            day: format.dateTime(start, 'day', { timeZone }),
            time: format.dateTime(start, 'time', { timeZone }),
            named: by?.patientName ? 'yes' : 'no',
            name: by?.patientName ?? '',
          })}
        </li>
      ))}
    </ul>
  );
}
