import { useTranslations } from 'next-intl';
import { DatePicker } from '@/components/ui/date-picker';
import { DayToggles } from '@/components/ui/day-toggles';
import { NumberField, type NumberFieldProps } from '@/components/ui/number-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TimeField } from '@/components/ui/time-field';
import type { ReplanChanges } from '@/lib/packages/replan/input';
import type { FieldFaults } from '@/lib/result/field-faults';
import type { PackageToChange } from './package-to-change';
import { useWeekdays } from './place-words';
import type { HalfTyped } from './use-replan';

type WishFieldsProps = {
  pack: PackageToChange;
  changes: ReplanChanges;
  typed: HalfTyped;
  faults: FieldFaults;
  onType: (part: HalfTyped) => void;
  onChange: (change: ReplanChanges) => void;
};

const GOALS = ['soonest', 'regular', 'same_provider'] as const;
const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** What the package asks for, as it is to be from now on. */
export function WishFields({ pack, changes, typed, faults, onType, onChange }: WishFieldsProps) {
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
      <HoursFields
        hours={wishes.dayHours ?? null}
        typed={typed.dayHours}
        onType={(dayHours) => onType({ dayHours })}
        onChange={(dayHours) => onChange({ dayHours })}
        errors={errorsAt('dayHours.to')}
      />
      <div className="grid grid-cols-2 items-start gap-4 sm:col-span-2 sm:grid-cols-3">
        <WishNumber
          label={t('maxPerWeek')}
          min={1}
          max={7}
          value={wishes.maxPerWeek ?? null}
          typed={typed.maxPerWeek}
          onType={(maxPerWeek) => onType({ maxPerWeek })}
          onChange={(maxPerWeek) => onChange({ maxPerWeek })}
          errors={errorsAt('maxPerWeek')}
        />
        <WishNumber
          label={t('minGapDays')}
          min={1}
          max={60}
          value={wishes.minGapDays ?? null}
          typed={typed.minGapDays}
          onType={(minGapDays) => onType({ minGapDays })}
          onChange={(minGapDays) => onChange({ minGapDays: minGapDays ?? pack.wishes.minGapDays })}
          errors={errorsAt('minGapDays')}
        />
        <WishNumber
          label={t('maxGapDays')}
          min={1}
          max={366}
          value={wishes.maxGapDays ?? null}
          typed={typed.maxGapDays}
          onType={(maxGapDays) => onType({ maxGapDays })}
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
  typed: string | undefined;
  onType: (typed: string) => void;
  onChange: (value: number | null) => void;
};

/** Nothing is null; what is only begun, such as "-", is 0, which no field allows. */
const numberTyped = (text: string): number | null => (text === '' ? null : Number(text) || 0);

/** Keeps what is typed as long as it says the same number: "2." is on its way to 2.5, and "-" to -3. */
function WishNumber({ value, typed = '', onType, onChange, ...rest }: WishNumberProps) {
  const isSame = numberTyped(typed) === value;
  return (
    <NumberField
      {...rest}
      value={isSame ? typed : String(value ?? '')}
      onChange={(next) => {
        onType(next);
        onChange(numberTyped(next));
      }}
    />
  );
}

interface Hours {
  from: string;
  to: string;
}

type HoursFieldsProps = {
  hours: Hours | null;
  /** As it stands in the fields, as long as that is half a span. */
  typed: Hours | undefined;
  onType: (typed: Hours | undefined) => void;
  onChange: (hours: Hours | null) => void;
  errors: string[] | undefined;
};

const NO_HOURS: Hours = { from: '', to: '' };

/** Both times or none: a half typed span asks for nothing yet. */
function HoursFields({ hours, typed, onType, onChange, errors }: HoursFieldsProps) {
  const t = useTranslations('replan.wishes');
  const { from, to } = typed ?? hours ?? NO_HOURS;
  function change(next: Hours) {
    const isHalf = (next.from === '') !== (next.to === '');
    onType(isHalf ? next : undefined);
    if (!isHalf) onChange(next.from === '' ? null : next);
  }
  return (
    <div className="grid grid-cols-2 items-start gap-4">
      <TimeField label={t('hoursFrom')} value={from} onChange={(next) => change({ from: next, to })} />
      <TimeField
        label={t('hoursTo')}
        value={to}
        onChange={(next) => change({ from, to: next })}
        errors={errors}
      />
    </div>
  );
}
