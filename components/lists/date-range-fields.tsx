import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DatePicker } from '@/components/ui/date-picker';

type Range = { from: string | null; to: string | null };

export default function DateRangeFields({
  from,
  to,
  onChange,
}: Range & { onChange: (range: Range) => void }) {
  const t = useTranslations('lists.filters');
  const [first, setFirst] = useState(from ?? '');
  const [last, setLast] = useState(to ?? '');
  const isReversed = first !== '' && last !== '' && last < first;
  return (
    <form
      className="flex w-64 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReversed) onChange({ from: first || null, to: last || null });
      }}
    >
      <DatePicker label={t('from')} value={first} onChange={setFirst} />
      <DatePicker
        label={t('to')}
        value={last}
        onChange={setLast}
        min={first || undefined}
        errors={isReversed ? [t('reversed')] : undefined}
      />
      <div className="flex justify-between gap-2">
        <Button variant="quiet" onClick={() => onChange({ from: null, to: null })}>
          {t('anyDate')}
        </Button>
        <Button type="submit" variant="primary">
          {t('apply')}
        </Button>
      </div>
    </form>
  );
}
