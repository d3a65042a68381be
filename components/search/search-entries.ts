import { useFormatter, useTranslations } from 'next-intl';
import type { State } from '@/components/ui/state-glyph';
import { RECORD_KINDS, type RecordKind, type RecordRef } from '@/lib/rules/record-ref';
import type { SearchResult } from '@/lib/search/search-records';

/** A record as one line of the list. */
export interface SearchEntry extends RecordRef {
  key: string;
  title: string;
  detail: string;
  state: State | null;
}

/** The answer as lines: patients, then packages, then appointments. */
export function useSearchEntries(): (found: SearchResult) => SearchEntry[] {
  const t = useTranslations('search');
  const format = useFormatter();
  const entry = (kind: RecordKind, id: string, line: Omit<SearchEntry, 'key' | 'kind' | 'id'>) => ({
    key: `${kind} ${id}`,
    kind,
    id,
    ...line,
  });
  return ({ patients, packages, appointments }) => [
    ...patients.map(({ id, name, fileNumber, birthDate }) =>
      entry('patient', id, {
        title: name,
        detail:
          birthDate === null
            ? t('file', { number: fileNumber })
            : t('fileAndBirth', {
                number: fileNumber,
                date: format.dateTime(Date.parse(`${birthDate}T12:00Z`), 'date', { timeZone: 'UTC' }),
              }),
        state: null,
      }),
    ),
    ...packages.map(({ id, number, status, patientName, serviceName }) =>
      entry('package', id, { title: number, detail: `${patientName} · ${serviceName}`, state: status }),
    ),
    ...appointments.map(({ id, number, status, start, timeZone, patientName, providerName }) =>
      entry('appointment', id, {
        title: number,
        detail: `${patientName} · ${format.dateTime(start, 'visit', { timeZone })} · ${providerName}`,
        state: status,
      }),
    ),
  ];
}

export const byKind = (entries: readonly SearchEntry[]) =>
  RECORD_KINDS.map((kind) => ({ kind, entries: entries.filter((entry) => entry.kind === kind) })).filter(
    (group) => group.entries.length > 0,
  );
