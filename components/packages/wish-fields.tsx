import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DatePicker } from '@/components/ui/date-picker';
import { DayToggles } from '@/components/ui/day-toggles';
import { NumberField, type NumberFieldProps } from '@/components/ui/number-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TimeField } from '@/components/ui/time-field';
import type { ReplanChanges } from '@/lib/packages/replan/input';
import type { FieldFaults } from '@/lib/result/field-faults';
import type { PackageToChange } from './package-to-change';
import { useWeekdays } from './place-words';

type WishFieldsProps = {
  pack: PackageToChange;
  changes: ReplanChanges;
  faults: FieldFaults;
  onChange: (change: ReplanChanges) => void;
};

const GOALS = ['soonest', 'regular', 'same_provider'] as const;
const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** What the package asks for, as it is to be from now on. */
export function WishFields({ pack, changes, faults, onChange }: WishFieldsProps) {
  const t = useTranslations('replan.wishes');
  const weekday = useWeekdays();
  const wishes = { ...pack.wishes, ...changes };
  const errorsAt = useErrorsAt(faults);
  const week = WEEK.map((day) => weekday((day + pack.weekStart) % 7));
  return (
    <div className="grid gap-4 pb-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,23rem)]">
      <DatePicker
        label={t('endDate')}
        value={wishes.endDate ?? ''}
        onChange={(endDate) => onChange({ endDate: endDate === '' ? pack.wishes.endDate : endDate })}
        errors={errorsAt('endDate')}
      />
      <DayToggles
        label={t('preferredDays')}
        days={week}
        value={wishes.preferredDays ?? []}
        onChange={(preferredDays) => onChange({ preferredDays })}
      />
      <HoursFields hours={wishes.dayHours ?? null} onChange={onChange} errors={errorsAt('dayHours.to')} />
      <div className="grid grid-cols-2 items-start gap-4 sm:col-span-2 sm:grid-cols-3">
        <WishNumber
          label={t('maxPerWeek')}
          min={1}
          max={7}
          value={wishes.maxPerWeek ?? null}
          onChange={(maxPerWeek) => onChange({ maxPerWeek })}
          errors={errorsAt('maxPerWeek')}
        />
        <WishNumber
          label={t('minGapDays')}
          min={1}
          max={60}
          value={wishes.minGapDays ?? null}
          onChange={(minGapDays) => onChange({ minGapDays: minGapDays ?? pack.wishes.minGapDays })}
          errors={errorsAt('minGapDays')}
        />
        <WishNumber
          label={t('maxGapDays')}
          min={1}
          max={366}
          value={wishes.maxGapDays ?? null}
          onChange={(maxGapDays) => onChange({ maxGapDays })}
          errors={errorsAt('maxGapDays')}
        />
      </div>
      <SegmentedControl
        label={t('goal')}
        options={GOALS.map((goal) => ({ value: goal, label: t(`goals.${goal}`) }))}
        value={wishes.goal}
        onChange={(value) => {
          const goal = GOALS.find((each) => each === value);
          if (goal) onChange({ goal });
        }}
        className="sm:col-span-2"
      />
    </div>
  );
}

function useErrorsAt(faults: FieldFaults) {
  const t = useTranslations('fieldFaults');
  return (field: string): string[] | undefined => {
    const fault = faults[`changes.${field}`];
    if (!fault) return undefined;
    // A schema's fault is one of the codes that have words; anything else is told in general.
    const key = t.has(fault.code as 'invalid') ? (fault.code as 'invalid') : 'invalid';
    return [t(key, fault.values ?? {})];
  };
}

type WishNumberProps = Omit<NumberFieldProps, 'value' | 'onChange'> & {
  value: number | null;
  onChange: (value: number | null) => void;
};

/** Nothing is null; what is only begun, such as "-", is 0, which no field allows. */
const numberTyped = (text: string): number | null => (text === '' ? null : Number(text) || 0);

/** Keeps what is typed as long as it says the same number: "2." is on its way to 2.5, and "-" to -3. */
function WishNumber({ value, onChange, ...rest }: WishNumberProps) {
  const [typed, setTyped] = useState('');
  const isSame = numberTyped(typed) === value;
  return (
    <NumberField
      {...rest}
      value={isSame ? typed : String(value ?? '')}
      onChange={(next) => {
        setTyped(next);
        onChange(numberTyped(next));
      }}
    />
  );
}

type HoursFieldsProps = {
  hours: { from: string; to: string } | null;
  onChange: (change: ReplanChanges) => void;
  errors: string[] | undefined;
};

/** Both times or none: a half typed span asks for nothing yet. */
function HoursFields({ hours, onChange, errors }: HoursFieldsProps) {
  const t = useTranslations('replan.wishes');
  const [typed, setTyped] = useState({ from: hours?.from ?? '', to: hours?.to ?? '' });
  function change(part: Partial<typeof typed>) {
    const next = { ...typed, ...part };
    setTyped(next);
    if (next.from === '' && next.to === '') onChange({ dayHours: null });
    else if (next.from !== '' && next.to !== '') onChange({ dayHours: next });
  }
  return (
    <div className="grid grid-cols-2 items-start gap-4">
      <TimeField label={t('hoursFrom')} value={typed.from} onChange={(from) => change({ from })} />
      <TimeField label={t('hoursTo')} value={typed.to} onChange={(to) => change({ to })} errors={errors} />
    </div>
  );
}
