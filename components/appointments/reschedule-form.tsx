'use client';

import { ArrowRight } from 'lucide-react';
import { useNow, useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DatePicker } from '@/components/ui/date-picker';
import { NumberField } from '@/components/ui/number-field';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { TimeField } from '@/components/ui/time-field';
import { useRefusals } from '@/components/ui/use-refusals';
import { dateFault } from '@/lib/planning/input';
import type { FieldFaults } from '@/lib/result/field-faults';
import { NoAnswer } from '@/lib/result/no-answer';
import { LONGEST_VISIT_MINUTES, SHORTEST_VISIT_MINUTES } from '@/lib/rules/visit-length';
import { localDateOf } from '@/lib/time/wall-clock';
import type { Judgement } from './ask-appointment';
import { canBeShared, JudgedPlace } from './judged-place';
import { firstDraft, lengthFault, type MoveDraft, missingIn, placeOf } from './move-draft';
import { OfferedTimes } from './offered-times';
import { useFreeTimes, useJudgement } from './use-move-questions';
import { useVisitChange } from './use-visit-change';
import type { MayAct, VisitActions, VisitToAct } from './visit';
import { VisitProblemNotice } from './visit-problem-notice';
import { useSpanWords, useStartWords } from './visit-words';

type RescheduleFormProps = {
  visit: VisitToAct;
  may: MayAct;
  actions: Pick<VisitActions, 'rescheduleAppointment'>;
  typed: Partial<MoveDraft>;
  onType: (part: Partial<MoveDraft>) => void;
  onClose: () => void;
};

/** Everything that a move asks; whatever is refused, what was typed stays. */
export function RescheduleForm({
  visit: atOpening,
  may,
  actions,
  typed,
  onType,
  onClose,
}: RescheduleFormProps) {
  const t = useTranslations('appointment.move');
  const common = useTranslations('common');
  const faultWords = useTranslations('fieldFaults');
  const formId = useId();
  const now = useNow().getTime();
  const form = useRef<HTMLFormElement>(null);
  const { isTried, refuse } = useRefusals(form);
  // What others do to it meanwhile is told on saving, beside what was seen.
  const [visit, setVisit] = useState(atOpening);
  const say = useSpanWords(visit.timeZone);
  const sayStart = useStartWords(visit.timeZone);
  const change = useVisitChange();
  const [untouched] = useState(() => firstDraft(visit));
  const draft: MoveDraft = { ...untouched, ...typed };
  const [from, setFrom] = useState<string | null>(null);
  const times = useFreeTimes(visit.id, { from, duration: draft.duration });
  const place = placeOf(draft, visit.timeZone);
  const judgement = useJudgement(visit.id, place);

  const judged = judgedBy(change.problem, judgement.data);
  const faults = faultsOf(change.problem, judgement.error);
  const badLength = lengthFault(draft.duration);
  const words = (field: string) => {
    const own = field === 'durationMinutes' ? badLength : null;
    const fault = own ?? faults[field] ?? (isTried ? missingIn(draft)[field] : undefined);
    if (!fault) return undefined;
    const key = fault.code as Parameters<typeof faultWords>[0]; // asked for below
    return [faultWords(faultWords.has(key) ? key : 'invalid', fault.values)];
  };
  /** What is not wrong before somebody has tried to move it. */
  const toldOnce = (isWrong: boolean, text: string) => (isTried && isWrong ? [text] : undefined);
  const providers = times.data?.providers ?? [
    { id: visit.providerId, name: visit.providerName, isUsual: true },
  ];
  const providerName = providers.find(({ id }) => id === draft.providerId)?.name ?? '';
  const isShared = judged !== null && canBeShared(judged.hard) && may.overlap && draft.isOverlap;
  const needsOverlapReason = isShared && draft.overlapReason.trim() === '';
  const needsAcceptance = judged?.soft.some(({ code }) => !draft.accepted.includes(code)) ?? false;
  const isTaken = judged !== null && judged.hard.length > 0 && !isShared;
  const blocked = whyNot();

  function set(part: Partial<MoveDraft>) {
    // Another place is another question: what was accepted there is not accepted here.
    const isMoved = ['date', 'time', 'providerId', 'duration'].some((field) => field in part);
    onType({ ...(isMoved ? { accepted: [], isOverlap: false } : {}), ...part });
    if (change.problem?.kind === 'breaks' || change.problem?.kind === 'invalid_input') change.forget();
  }

  function whyNot(): string | undefined {
    if (badLength !== null || draft.duration === '') return t('needsLength');
    if (place === null) return t('needsTime');
    if (place.start === null) return t('noSuchTime');
    if (isTaken) return t('notFree');
    return needsAcceptance ? t('acceptFirst') : undefined;
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!place || blocked !== undefined || needsOverlapReason) return refuse();
    const { date, time, providerId, durationMinutes } = place;
    const input = {
      appointmentId: visit.id,
      version: visit.version,
      providerId,
      date,
      time,
      durationMinutes,
      reason: draft.reason,
      accepted: [...draft.accepted],
      overlapReason: isShared ? draft.overlapReason : null,
    };
    const when = spanOf(place);
    const message = t('done', { patient: visit.patientName, when: when ? say(when) : '' });
    if (await change.run(() => actions.rescheduleAppointment(input), message)) onClose();
    else refuse();
  }

  const next = place && spanOf(place);
  return (
    <form ref={form} id={formId} noValidate onSubmit={submit} className="flex flex-col gap-6">
      <OldAndNew
        old={<WhenAndWho when={say(visit)} who={visit.providerName} />}
        next={next ? <WhenAndWho when={say(next)} who={providerName} /> : null}
      />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Select
          label={t('provider')}
          options={providers.map(({ id, name, isUsual }) => ({
            value: id,
            label: isUsual ? name : t('notUsual', { name }),
          }))}
          value={draft.providerId}
          onChange={(event) => set({ providerId: event.currentTarget.value })}
          errors={words('providerId')}
        />
        <NumberField
          label={t('length')}
          value={draft.duration}
          onChange={(duration) => set({ duration })}
          min={SHORTEST_VISIT_MINUTES}
          max={LONGEST_VISIT_MINUTES}
          step={5}
          unit={t('minutesUnit')}
          errors={words('durationMinutes')}
        />
      </div>
      <OfferedTimes
        found={times}
        start={visit.start}
        isFirstLook={from === null}
        chosen={draft}
        onChoose={(offered) => set(offered)}
        onLook={setFrom}
      />
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="pb-2 text-sm font-medium">{t('otherTime')}</legend>
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <DatePicker
            label={t('day')}
            value={draft.date}
            onChange={(date) => set({ date })}
            faultOf={(date) => {
              const fault = dateFault(date, localDateOf(now, visit.timeZone));
              return fault && place?.start !== visit.start ? faultWords(fault) : undefined;
            }}
            errors={words('date')}
          />
          <TimeField
            label={t('time')}
            value={draft.time}
            onChange={(time) => set({ time })}
            errors={
              place?.start === null ? [t('noSuchTime')] : (words('time') ?? toldOnce(isTaken, t('notFree')))
            }
          />
        </div>
        <div aria-live="polite">
          <JudgedPlace
            judged={judged}
            isAsking={judgement.isFetching}
            failed={
              judgement.error && Object.keys(faults).length === 0
                ? { retry: () => void judgement.refetch() }
                : null
            }
            draft={draft}
            onChange={set}
            mayOverlap={may.overlap}
            timeZone={visit.timeZone}
            providerName={providerName}
            acceptErrors={toldOnce(needsAcceptance, t('acceptFirst'))}
            overlapErrors={toldOnce(needsOverlapReason, faultWords('required'))}
          />
        </div>
      </fieldset>
      <TextField
        label={t('reason')}
        mark={common('optional')}
        value={draft.reason}
        maxLength={500}
        onChange={(event) => set({ reason: event.target.value })}
        errors={words('reason')}
      />
      {change.problem ? (
        <VisitProblemNotice
          problem={change.problem}
          seen={visit}
          onRetry={() => void submit()}
          onUseNewState={(next) => {
            setVisit(next);
            change.forget();
            void times.refetch();
            void judgement.refetch();
          }}
        />
      ) : null}
      <div className="sticky -bottom-6 -mx-6 -mb-6 flex flex-wrap justify-end gap-2 rounded-b border-t border-hairline bg-float px-6 py-4">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button
          type="submit"
          variant="primary"
          isPending={change.isPending}
          disabledReason={blocked}
          onRefused={refuse}
        >
          {next ? t('moveTo', { when: sayStart(next.start) }) : t('move')}
        </Button>
      </div>
    </form>
  );
}

/** A name keeps together, whatever is written around it. */
const WhenAndWho = ({ when, who }: { when: string; who: string }) => (
  <>
    {when} · <bdi className="whitespace-nowrap">{who}</bdi>
  </>
);

function OldAndNew({ old, next }: { old: ReactNode; next: ReactNode | null }) {
  const t = useTranslations('appointment.move');
  return (
    <div className="flex flex-col gap-x-4 gap-y-1 rounded bg-sunken px-4 py-3 sm:flex-row sm:items-center">
      <p className={`min-w-0 ${next ? 'text-soft line-through' : ''}`}>
        <span className="sr-only">{t('old')}</span>
        {old}
      </p>
      <ArrowRight aria-hidden className="hidden size-4 shrink-0 text-soft sm:block rtl:rotate-180" />
      <p aria-live="polite" className={`min-w-0 ${next ? 'font-semibold' : 'text-soft'}`}>
        <span className="sr-only">{t('new')}</span>
        {next ?? t('chooseTime')}
      </p>
    </div>
  );
}

const spanOf = ({ start, end }: { start: number | null; end: number | null }) =>
  start === null || end === null ? null : { start, end };

/** What the server said when it was to be saved counts more than what it said before. */
function judgedBy(
  problem: ReturnType<typeof useVisitChange>['problem'],
  asked: Judgement | undefined,
): Judgement | null {
  return problem?.kind === 'breaks' ? problem : (asked ?? null);
}

function faultsOf(problem: ReturnType<typeof useVisitChange>['problem'], error: Error | null): FieldFaults {
  if (problem?.kind === 'invalid_input') return problem.fields;
  return error instanceof NoAnswer ? error.fields : {};
}
