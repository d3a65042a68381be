import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { isReachable } from '@/components/ui/connection';
import { showToast } from '@/components/ui/toast';
import type { LostPlace } from '@/lib/packages/lost-places';
import type { DraftHold } from '@/lib/packages/package-form';
import type { Blocker } from '@/lib/planning/breach';
import type { FieldFaults } from '@/lib/result/field-faults';
import { NoAnswer } from '@/lib/result/no-answer';
import { type Result, refused } from '@/lib/result/result';
import type { ReasonCode } from '@/lib/scheduling/plan';
import { byField, type FormFaults } from './booking-fields';
import type { BookingForm } from './booking-form';

/** What is to be known about a save that did not happen; nothing typed is lost in any of them. */
export type SaveNotice =
  /** Places are lost; they are told on the clock of the clinic. */
  | { kind: 'plan_changed'; lost: readonly LostPlace[]; timeZone: string }
  /** These sessions cannot stand where a person keeps them. */
  | { kind: 'pins_broken'; numbers: readonly number[] }
  | { kind: 'plan_moved' | 'offline' | 'network' | 'signed_out' | 'forbidden' }
  /** Saved already, before the form was changed. */
  | { kind: 'already_saved'; number: string; path: Route }
  | { kind: 'failed'; reference: string }
  /** Of a draft: gone, no draft any more, or changed by someone else meanwhile. */
  | { kind: 'gone' | 'stale' }
  | { kind: 'not_draft'; hold: DraftHold; number: string; path: Route };

/** Why nothing was saved. */
export type SaveRefusal =
  | SaveNotice
  | { kind: 'invalid_input'; fields: FieldFaults }
  | { kind: 'no_room_for_it'; reasons: ReasonCode[]; blockedBy: readonly Blocker[] };

/** Where what was made is to be seen, and what the user is told on the way. */
export interface Made {
  path: Route;
  message: string;
}

export type SaveMode = 'schedule' | 'draft';

export interface Saving {
  pending: SaveMode | null;
  notice: SaveNotice | null;
  /** What the server found wrong with the form as it stands. */
  faults: FormFaults;
  /** Why the time of a single appointment was refused, and who has it, until the form is changed. */
  refusedTime: { reasons: readonly ReasonCode[]; blockedBy: readonly Blocker[] };
  /** Saves once, however often it is pressed; answers the faulty fields, if that is why it was refused. */
  run: (mode: SaveMode, work: () => Promise<Result<Made, SaveRefusal>>) => Promise<FormFaults | null>;
}

/** Saves one at a time, tells why not, and leads on to what was made. */
export function useSaving(form: BookingForm, onSaved: () => void): Saving {
  const router = useRouter();
  const [pending, setPending] = useState<SaveMode | null>(null);
  const [isLeaving, startLeaving] = useTransition();
  const [refusal, setRefusal] = useState<{ of: BookingForm; error: SaveRefusal } | null>(null);
  const isBusy = useRef(false);

  async function run(mode: SaveMode, work: () => Promise<Result<Made, SaveRefusal>>) {
    if (isBusy.current || isLeaving) return null;
    isBusy.current = true;
    setPending(mode);
    setRefusal(null);
    const saved = await answerTo(work);
    isBusy.current = false;
    if (saved.ok) {
      onSaved();
      showToast({ message: saved.value.message });
      startLeaving(() => router.push(saved.value.path));
      return null;
    }
    setPending(null);
    setRefusal({ of: form, error: saved.error });
    return saved.error.kind === 'invalid_input' ? byField(saved.error.fields) : null;
  }

  const error = refusal?.error;
  const isAboutForm = refusal?.of === form;
  return {
    pending,
    notice: error && isNotice(error) && (isAboutForm || !isAboutPlan(error)) ? error : null,
    faults: isAboutForm && error?.kind === 'invalid_input' ? byField(error.fields) : {},
    refusedTime:
      isAboutForm && error?.kind === 'no_room_for_it'
        ? { reasons: error.reasons, blockedBy: error.blockedBy }
        : { reasons: [], blockedBy: [] },
    run,
  };
}

/** So often a save is sent whose answer is lost; then it is for the user to decide. */
const MOST_TRIES = 3;

/** Sends a save whose answer was lost again at once, as long as the server can be reached. */
async function answerTo(work: () => Promise<Result<Made, SaveRefusal>>): Promise<Result<Made, SaveRefusal>> {
  for (let tries = 1; ; tries++) {
    const saved = await work().catch((error: unknown) => refused(refusalOf(error)));
    if (saved.ok || saved.error.kind !== 'network') return saved;
    if (!(await isReachable())) return refused({ kind: 'offline' });
    if (tries === MOST_TRIES) return saved;
  }
}

/** An action that never answered was lost on the way, there or back: the same key makes a retry safe. */
function refusalOf(error: unknown): SaveRefusal {
  if (!(error instanceof NoAnswer)) return { kind: 'network' };
  if (error.code === 'invalid_input') return { kind: 'invalid_input', fields: error.fields };
  if (error.code === 'signed_out' || error.code === 'forbidden') return { kind: error.code };
  return error.code === 'network' ? { kind: 'network' } : { kind: 'failed', reference: error.reference };
}

const isNotice = (error: SaveRefusal): error is SaveNotice =>
  error.kind !== 'invalid_input' && error.kind !== 'no_room_for_it';

/** Once the form is changed there is another plan anyway. */
const isAboutPlan = ({ kind }: SaveNotice) =>
  kind === 'plan_changed' || kind === 'plan_moved' || kind === 'pins_broken';
