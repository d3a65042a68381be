import { useFormatter, useTranslations } from 'next-intl';
import type { ShownToday } from '@/lib/today/show-today';

/** Who is not to be looked for. */
export function AwayToday({ away }: { away: ShownToday['away'] }) {
  const t = useTranslations('today');
  const format = useFormatter();
  if (away.length === 0) return null;
  const names = away.map(({ name, label }) => (label === '' ? name : t('awayNamed', { name, label })));
  return <p className="text-sm text-soft">{t('away', { names: format.list(names) })}</p>;
}
