import { ok, refused } from '@/lib/result/result';
import {
  type Draft,
  findTooLong,
  findUnreadable,
  lineOf,
  MOST_ID_LENGTH,
  MOST_NAME_LENGTH,
  type Row,
} from './row-cells';

export interface ProviderDraft {
  line: number;
  externalId: string | null;
  name: string;
}

export function readProvider(row: Row<'providers'>): Draft<ProviderDraft> {
  const unreadable = findUnreadable(row);
  if (unreadable) return refused(unreadable);
  const parts = `${lineOf(row, 'givenName')} ${lineOf(row, 'familyName')}`.trim();
  const [externalId, providerName] = [lineOf(row, 'id'), lineOf(row, 'fullName') || parts];
  if (externalId === '' && row.columns.at.has('id')) return refused({ code: 'missing', what: 'id' });
  if (providerName === '') return refused({ code: 'missing', what: 'name' });
  const tooLong =
    findTooLong('id', externalId, MOST_ID_LENGTH) ?? findTooLong('name', providerName, MOST_NAME_LENGTH);
  if (tooLong) return refused(tooLong);
  return ok({ line: row.line, externalId: externalId || null, name: providerName });
}
