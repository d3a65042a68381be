import { useState } from 'react';
import type { PackageForm } from '@/lib/packages/package-form';
import type { BookingForm } from './booking-form';
import type { BookingOptions } from './booking-options';
import { changedMeanwhile, fieldsFrom, type MeanwhileField } from './meanwhile';
import type { Meanwhile } from './meanwhile-choice';
import type { TypedForm } from './use-booking-form';

interface StoredSince {
  version: number;
  by: string;
  theirs: BookingForm;
}

interface StaleDraft {
  /** The version that a save goes by: of what the person has seen. */
  version: number;
  meanwhile: Meanwhile | null;
  /** Shows what someone else has stored; nothing typed is touched. */
  show: (stored: PackageForm) => void;
}

/** What others have saved into a draft while this form of it was typed, and what is decided about it. */
export function useMeanwhile(
  typed: TypedForm,
  options: BookingOptions,
  typedOf: (stored: PackageForm) => Omit<BookingForm, 'requestKey'>,
): StaleDraft {
  const [since, setSince] = useState<StoredSince | null>(null);
  const [kept, setKept] = useState<readonly MeanwhileField[]>([]);
  const { form, make, basis } = typed;
  const fields =
    since === null || basis === null
      ? []
      : changedMeanwhile({ basis: basis.form, mine: form, theirs: since.theirs });
  return {
    version: since?.version ?? basis?.version ?? 0,
    meanwhile: since && {
      by: since.by,
      theirs: since.theirs,
      options,
      fields: fields.filter((field) => !kept.includes(field)),
      take(taken) {
        const { requestKey: _, ...parts } = fieldsFrom(since.theirs, taken);
        make({ kind: 'take', fields: parts });
      },
      keep: (more) => setKept([...kept, ...more]),
    },
    show(stored) {
      setKept([]);
      setSince({
        version: stored.version,
        by: stored.changed?.by ?? '',
        theirs: { ...form, ...typedOf(stored) },
      });
    },
  };
}
