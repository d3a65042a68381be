import { useFormatter, useTranslations } from 'next-intl';
import type { AssignmentChange, Change, HistoryEntry, VisitMove, VisitUnder } from '@/lib/packages/history';
import { useCommaList } from '@/messages/comma-list';
import { useRuns } from '@/messages/number-runs';
import { useSpanWords, useWeekdays } from './place-words';

const STATES = [
  'DRAFT',
  'PENDING',
  'SCHEDULED',
  'ARRIVED',
  'IN_PROGRESS',
  'COMPLETED',
  'CANCELLED',
  'FAILED',
  'NO_SHOW',
] as const;
const COUNTED = ['COMPLETED', 'SCHEDULED', 'PENDING', 'FAILED', 'NO_SHOW', 'CANCELLED'] as const;

/** The columns that have a name on the screen; several columns may be one thing there. */
const NAMES = {
  notes: 'notes',
  start_date: 'start_date',
  end_date: 'end_date',
  preferred_days: 'preferred_days',
  session_count: 'session_count',
  duration_minutes: 'duration_minutes',
  patient_id: 'patient_id',
  clinic_id: 'clinic_id',
  service_type_id: 'service_type_id',
  provider_strategy: 'provider_strategy',
  auto_schedule: 'auto_schedule',
  min_gap_days: 'rhythm',
  max_gap_days: 'rhythm',
  max_per_week: 'rhythm',
  day_from: 'hours',
  day_to: 'hours',
} as const;

type NamedColumn = keyof typeof NAMES;
const isNamed = (field: string): field is NamedColumn => field in NAMES;

/** Says what a line of history is about. */
export function useHistoryWords(timeZone: string): (entry: Pick<HistoryEntry, 'what' | 'isUndo'>) => string {
  const t = useTranslations('packages.history');
  const runs = useRuns();
  const common = useTranslations('common');
  const counted = useTranslations('packages.progress.counted');
  const format = useFormatter();
  const ofPackage = useChangesInWords();
  const ofSessions = useSessionChangesInWords();
  const ofMove = useMovesInWords(timeZone);
  const ofOverlay = useOverlaysInWords(timeZone);
  const ofAssignment = useAssignmentsInWords();
  const when = (instant: number) => format.dateTime(instant, 'visit', { timeZone });
  return ({ what, isUndo }) => {
    switch (what.kind) {
      case 'package_created':
        return t('packageCreated');
      case 'sessions_created': {
        const counts = COUNTED.filter((state) => what.counts[state] > 0).map((state) =>
          counted(state, { count: what.counts[state] }),
        );
        return t('sessionsCreated', {
          count: what.numbers.length,
          counts: format.list(counts, { type: 'unit' }),
        });
      }
      case 'package_changed':
        return ofPackage(what.changes);
      case 'sessions_changed': {
        const sessions = t('sessions', { count: what.numbers.length, numbers: runs(what.numbers) });
        const [visit, ...others] = what.visits;
        const isOne = visit !== undefined && others.length === 0 && what.numbers.length === 1;
        const said = isOne ? t('sessionAt', { session: sessions, when: when(visit.start) }) : sessions;
        return `${said}: ${ofSessions(what.changes)}`;
      }
      case 'visits_moved':
        return what.moves.length > 1
          ? t(isUndo ? 'visitsMovedBack' : 'visitsMoved', {
              count: what.moves.length,
              numbers: runs(what.moves.map(({ number }) => number)),
            })
          : format.list(what.moves.map(ofMove), { type: 'unit' });
      case 'visits_laid_over':
        return format.list(what.visits.map(ofOverlay), { type: 'unit' });
      case 'assignments_changed':
        return format.list(what.changes.map(ofAssignment), { type: 'unit' });
      case 'kept_times_changed': {
        const { kept, released } = what;
        const places = kept.map(({ number, start }) => t('visitAt', { number, when: when(start) }));
        return [
          ...(kept.length > 0 ? [t('kept', { places: places.join(`${common('semicolon')} `) })] : []),
          ...(released.length > 0
            ? [t('released', { count: released.length, numbers: runs(released) })]
            : []),
        ].join(`${common('semicolon')} `);
      }
    }
  };
}

/** "7: Mon 4 Jan, 09:00", or from where to where, for each visit where a line is about several. */
export function useVisitsInWords(timeZone: string): (what: HistoryEntry['what']) => string[] {
  const t = useTranslations('packages.history');
  const format = useFormatter();
  const ofMove = useMovesInWords(timeZone);
  return (what) => {
    if (what.kind === 'visits_moved' && what.moves.length > 1) return what.moves.map(ofMove);
    if (what.kind !== 'sessions_changed' || what.numbers.length < 2) return [];
    return what.visits.map(({ number, start }) =>
      t('visitAt', { number, when: format.dateTime(start, 'visit', { timeZone }) }),
    );
  };
}

/**
 * "Session 7: Mon 4 Jan, 09:00 → Tue 5 Jan, 10:00; 60 minutes → 45 minutes; Nora → Omar; laid over
 * another visit on purpose: siblings"
 */
function useMovesInWords(timeZone: string): (move: VisitMove) => string {
  const t = useTranslations('packages.history');
  const common = useTranslations('common');
  const format = useFormatter();
  const when = (instant: number) => format.dateTime(instant, 'visit', { timeZone });
  const laid = (reason: string | null) => (reason === null ? t('laidOverEnded') : t('laidOver', { reason }));
  const minutes = (count: number) => common('minutes', { count });
  return ({ number, start, length, provider, overlap }) => {
    const said = [
      ...(start ? [t('status', { from: when(start.from), to: when(start.to) })] : []),
      ...(length ? [t('status', { from: minutes(length.from), to: minutes(length.to) })] : []),
      ...(provider ? [t('status', provider)] : []),
      ...(overlap ? [laid(overlap.reason)] : []),
    ];
    return `${t('sessions', { count: 1, numbers: String(number) })}: ${said.join(`${common('semicolon')} `)}`;
  };
}

/**
 * "Session 7: APT-12 was laid over its visit on purpose, Mon 4 Jan, 10:00 – 10:45: siblings", and how
 * that ended
 */
function useOverlaysInWords(timeZone: string): (under: VisitUnder) => string {
  const t = useTranslations('packages.history');
  const state = useTranslations('states');
  const format = useFormatter();
  const span = useSpanWords(timeZone);
  const sideBySide = useCommaList();
  const when = (visit: { start: number; end: number }) => {
    const { day, clock } = span(visit);
    return sideBySide([day, clock]);
  };
  const named = (number: string | null) => ({ named: number === null ? 'no' : 'yes', number: number ?? '' });
  const said = (change: VisitUnder['change']) => {
    switch (change.kind) {
      case 'laid_over':
        return change.by === null
          ? t('nothingOver')
          : t('visitOver', {
              ...named(change.by.number),
              when: when(change.by),
              reason: change.by.reason ?? '',
            });
      case 'over_moved':
        return t('overMoved', {
          ...named(change.number),
          when: format.dateTime(change.start, 'visit', { timeZone }),
        });
      case 'over_state':
        return t('overState', { ...named(change.number), is: state(change.is) });
    }
  };
  return ({ number, change }) => `${t('sessions', { count: 1, numbers: String(number) })}: ${said(change)}`;
}

/** "Sessions 3–6: Nora → Nora or Omar; note: brings the splint" */
function useAssignmentsInWords(): (change: AssignmentChange) => string {
  const t = useTranslations('packages.history');
  const common = useTranslations('common');
  const runs = useRuns();
  const format = useFormatter();
  const oneOf = (names: readonly string[]) =>
    names.length === 0 ? t('nobody') : format.list(names, { type: 'disjunction' });
  return ({ numbers, from, to, note }) => {
    const said = [
      ...(from.join('\n') === to.join('\n') ? [] : [t('status', { from: oneOf(from), to: oneOf(to) })]),
      ...(note === null ? [] : [note === '' ? t('noNote') : t('note', { note })]),
    ];
    return `${t('sessions', { count: numbers.length, numbers: runs(numbers) })}: ${said.join(`${common('semicolon')} `)}`;
  };
}

function useChangesInWords(): (changes: readonly Change[]) => string {
  const t = useTranslations('packages.history');
  const format = useFormatter();
  const ofStatus = useStatusInWords();
  const ofValue = useValuesInWords();
  return (changes) => {
    const status = ofStatus(changes);
    const values = changes.flatMap((change) => ofValue(change) ?? []);
    const names = new Set(
      changes.flatMap((change) =>
        isNamed(change.field) && ofValue(change) === null ? [NAMES[change.field]] : [],
      ),
    );
    const fields = [...names].map((name) => t(`fields.${name}`));
    const said = [
      ...(status === null ? [] : [status]),
      ...values,
      ...(fields.length > 0 ? [t('changed', { fields: format.list(fields) })] : []),
    ];
    return said.length > 0 ? format.list(said, { type: 'unit' }) : t('changed', { fields: t('details') });
  };
}

/** "Until: 13 Dec 2026 → 20 Dec 2026", for what can be told in a few words. */
function useValuesInWords(): (change: Change) => string | null {
  const t = useTranslations('packages.history');
  const wishes = useTranslations('replan.wishes');
  const format = useFormatter();
  const weekday = useWeekdays();
  const date = (value: unknown) =>
    typeof value === 'string'
      ? format.dateTime(new Date(`${value}T00:00Z`), 'date', { timeZone: 'UTC' })
      : '–';
  const plain = (value: unknown) => (value === null ? '–' : String(value));
  const days = (value: unknown) => {
    const chosen: unknown = typeof value === 'string' ? JSON.parse(value) : [];
    const names = Array.isArray(chosen) ? chosen.map((day) => weekday(Number(day)).long) : [];
    return names.length === 0 ? t('anyDay') : format.list(names);
  };
  const told = (name: string, say: (value: unknown) => string) => ({ name, say });
  const KNOWN: Record<string, ReturnType<typeof told>> = {
    start_date: told(t('fields.start_date'), date),
    end_date: told(t('fields.end_date'), date),
    preferred_days: told(t('fields.preferred_days'), days),
    session_count: told(t('fields.session_count'), plain),
    duration_minutes: told(t('fields.duration_minutes'), plain),
    max_per_week: told(wishes('maxPerWeek'), plain),
    min_gap_days: told(wishes('minGapDays'), plain),
    max_gap_days: told(wishes('maxGapDays'), plain),
    day_from: told(wishes('hoursFrom'), plain),
    day_to: told(wishes('hoursTo'), plain),
  };
  return ({ field, from, to }) => {
    const known = KNOWN[field];
    if (!known) return null;
    return t('value', {
      name: known.name,
      change: t('status', { from: known.say(from), to: known.say(to) }),
    });
  };
}

function useSessionChangesInWords(): (changes: readonly Change[]) => string {
  const t = useTranslations('packages.history');
  const ofStatus = useStatusInWords();
  return (changes) => {
    const status = ofStatus(changes);
    if (status !== null) return status;
    const place = changes.find(({ field }) => field === 'appointment_id');
    if (!place) {
      const isTried = changes.some(({ field }) => field === 'attempts');
      return isTried ? t('tried') : t('changed', { fields: t('details') });
    }
    if (place.from === null) return t('placed');
    return t(place.to === null ? 'unplaced' : 'moved');
  };
}

function useStatusInWords(): (changes: readonly Change[]) => string | null {
  const t = useTranslations('packages.history');
  const states = useTranslations('states');
  const word = (value: unknown) => {
    const state = STATES.find((each) => each === value);
    return state ? states(state) : String(value);
  };
  return (changes) => {
    const change = changes.find(({ field }) => field === 'status');
    return change ? t('status', { from: word(change.from), to: word(change.to) }) : null;
  };
}
