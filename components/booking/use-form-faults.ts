import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SummaryError } from '@/components/ui/error-summary';
import { useRuns } from '@/messages/number-runs';
import { FIELDS, type FieldName, type FormFault, type FormFaults, fieldId } from './booking-fields';
import type { BookingForm, BookingKind } from './booking-form';
import { faultsOfDraft, firstFaults } from './first-faults';
import type { BookingRules } from './use-booking-rules';

export interface ShownFaults {
  /** The texts at a field; none before it was left or the form was sent. */
  errorsOf: (field: FieldName) => string[] | undefined;
  touch: (field: FieldName) => void;
  /** What is wrong now, shown or not. */
  faults: FormFaults;
  summary: readonly SummaryError[];
  /**
   * Shows everything that is wrong with the form as it was sent, whole or as a draft. Answers whether anything is;
   * `by` are the rules, if they came.
   */
  send: (by: BookingRules | null, sent: BookingForm) => boolean;
  /** Puts what the server found into the summary. */
  summarise: (faults: FormFaults) => void;
}

/** These are told while typing: nobody has to leave the field to learn that a day has passed. */
const TOLD_AT_ONCE = ['in_the_past', 'ends_before_start', 'too_long', 'too_big', 'too_far_ahead'];

/** What is wrong, told when it helps: at a field once it was left, everywhere once the form was sent. */
export function useFormFaults(
  form: BookingForm,
  {
    kind,
    today,
    rules,
    serverFaults,
    formerStart,
  }: {
    kind: BookingKind;
    today: string;
    rules: BookingRules | null;
    serverFaults: FormFaults;
    /** The first day of the stored draft that is edited. */
    formerStart?: string;
  },
): ShownFaults {
  const say = useFaultWords();
  const nameOf = useFieldNames();
  const [touched, setTouched] = useState<ReadonlySet<FieldName>>(new Set());
  /** Whether it was sent, and with the plan: a draft may leave open what that needs. */
  const [sent, setSent] = useState<Pick<BookingForm, 'autoSchedule'> | null>(null);
  const [summarised, setSummarised] = useState<readonly SummaryError[]>([]);
  const faultsBy = (by: BookingRules | null, of: BookingForm) =>
    faultsOfDraft((by?.faultsOfForm ?? firstFaults)(of, kind, today), { form: of, formerStart });
  const faults = faultsBy(rules, form);
  const sentFaults = sent ? faultsBy(rules, { ...form, ...sent }) : {};

  function isShown(field: FieldName, { code }: FormFault): boolean {
    if (sentFaults[field] || TOLD_AT_ONCE.includes(code)) return true;
    return touched.has(field);
  }

  function summarise(found: FormFaults) {
    const errors = FIELDS.flatMap((field): SummaryError[] => {
      const fault = found[field];
      return fault ? [{ fieldId: fieldId(field), message: `${nameOf(field)}: ${say(fault)}` }] : [];
    });
    if (found.form) errors.push({ message: say(found.form) });
    setSummarised(errors);
  }

  const isAnythingWrong = Object.keys(faults).length > 0 || Object.keys(serverFaults).length > 0;
  // Gone for good: a line that came back while somebody types would take the focus out of the field.
  const mended = (error: SummaryError) =>
    error.fieldId === undefined
      ? !isAnythingWrong
      : !FIELDS.some((field) => fieldId(field) === error.fieldId && (faults[field] ?? serverFaults[field]));
  if (summarised.some(mended)) setSummarised(summarised.filter((error) => !mended(error)));
  return {
    faults,
    errorsOf(field) {
      const own = faults[field];
      if (own && isShown(field, own)) return [say(own)];
      const fault = serverFaults[field];
      return fault ? [say(fault)] : undefined;
    },
    touch(field) {
      if (!touched.has(field)) setTouched(new Set([...touched, field]));
    },
    summary: summarised,
    send(by, asSent) {
      const found = faultsBy(by, asSent);
      setSent({ autoSchedule: asSent.autoSchedule });
      summarise(found);
      return Object.keys(found).length > 0;
    },
    summarise,
  };
}

/** A fault in words; a code that has none is told in general. */
export function useFaultWords(): (fault: FormFault) => string {
  const t = useTranslations('fieldFaults');
  const runs = useRuns();
  const sessions = useTranslations('booking');
  return ({ code, values, sessions: numbers }) => {
    const key = code as Parameters<typeof t>[0]; // asked for below: what the catalogue lacks is 'invalid'
    const said = t(t.has(key) ? key : 'invalid', values);
    if (!numbers) return said;
    return sessions('faultOfSessions', { count: numbers.length, numbers: runs(numbers), fault: said });
  };
}

export function useFieldNames(): (field: FieldName) => string {
  const t = useTranslations('booking.fields');
  return (field) => t(field);
}
