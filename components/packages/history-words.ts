import { useFormatter, useTranslations } from 'next-intl';
import type { Change, HistoryEntry, VisitMove } from '@/lib/packages/history';
import { runsText } from './number-runs';

const STATES = [
  'DRAFT',
  'PENDING',
  'SCHEDULED',
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
  max_per_week: 'rhythm',
  day_from: 'hours',
  day_to: 'hours',
} as const;

type NamedColumn = keyof typeof NAMES;
const isNamed = (field: string): field is NamedColumn => field in NAMES;

/** Says what a line of history is about. */
export function useHistoryWords(timeZone: string): (what: HistoryEntry['what']) => string {
  const t = useTranslations('packages.history');
  const counted = useTranslations('packages.progress.counted');
  const format = useFormatter();
  const ofPackage = useChangesInWords();
  const ofSessions = useSessionChangesInWords();
  const ofMove = useMovesInWords(timeZone);
  return (what) => {
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
        const sessions = t('sessions', { count: what.numbers.length, numbers: runsText(what.numbers) });
        return `${sessions}: ${ofSessions(what.changes)}`;
      }
      case 'visits_moved':
        return format.list(what.moves.map(ofMove), { type: 'unit' });
    }
  };
}

/** "Session 7: Mon 4 Jan, 09:00 → Tue 5 Jan, 10:00; Nora → Omar" */
function useMovesInWords(timeZone: string): (move: VisitMove) => string {
  const t = useTranslations('packages.history');
  const format = useFormatter();
  const when = (instant: number) => format.dateTime(instant, 'visit', { timeZone });
  return ({ number, start, provider }) => {
    const said = [
      ...(start ? [t('status', { from: when(start.from), to: when(start.to) })] : []),
      ...(provider ? [t('status', provider)] : []),
    ];
    return `${t('sessions', { count: 1, numbers: String(number) })}: ${said.join('; ')}`;
  };
}

function useChangesInWords(): (changes: readonly Change[]) => string {
  const t = useTranslations('packages.history');
  const format = useFormatter();
  const ofStatus = useStatusInWords();
  return (changes) => {
    const status = ofStatus(changes);
    const names = new Set(changes.flatMap(({ field }) => (isNamed(field) ? [NAMES[field]] : [])));
    const fields = [...names].map((name) => t(`fields.${name}`));
    const said = [
      ...(status === null ? [] : [status]),
      ...(fields.length > 0 ? [t('changed', { fields: format.list(fields) })] : []),
    ];
    return said.length > 0 ? format.list(said, { type: 'unit' }) : t('changed', { fields: t('details') });
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
