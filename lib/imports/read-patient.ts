import * as z from 'zod';
import { ok, refused } from '@/lib/result/result';
import type { LocalDate } from '@/lib/time/local-date';
import { readBirthDate } from './read-time';
import {
  cell,
  type Draft,
  findTooLong,
  findUnreadable,
  lineOf,
  MOST_ID_LENGTH,
  MOST_NAME_LENGTH,
  type Row,
} from './row-cells';

export interface PatientDraft {
  line: number;
  externalId: string | null;
  fileNumber: string | null;
  givenName: string;
  familyName: string;
  birthDate: LocalDate | null;
  email: string | null;
  phone: string | null;
}

const MOST_EMAIL = 254;
const MOST_PHONE = 50;

export function readPatient(row: Row<'patients'>, today: LocalDate): Draft<PatientDraft> {
  const unreadable = findUnreadable(row);
  if (unreadable) return refused(unreadable);
  const [externalId, fileNumber] = [lineOf(row, 'id'), lineOf(row, 'fileNumber')];
  if (externalId === '' && fileNumber === '') return refused({ code: 'missing', what: 'id or file number' });
  const { givenName, familyName } = patientName(row);
  if (givenName === '' && familyName === '') return refused({ code: 'missing', what: 'name' });
  if (givenName === '') return refused({ code: 'missing', what: 'first name' });
  if (familyName === '') return refused({ code: 'missing', what: 'last name' });
  const [birth, email, phone] = [cell(row, 'birthDate'), cell(row, 'email'), cell(row, 'phone')];
  const tooLong =
    findTooLong('id', externalId, MOST_ID_LENGTH) ??
    findTooLong('file number', fileNumber, MOST_ID_LENGTH) ??
    findTooLong('first name', givenName, MOST_NAME_LENGTH) ??
    findTooLong('last name', familyName, MOST_NAME_LENGTH) ??
    findTooLong('e-mail', email, MOST_EMAIL) ??
    findTooLong('phone number', phone, MOST_PHONE);
  if (tooLong) return refused(tooLong);
  const birthDate = birth === '' ? null : readBirthDate(birth, today);
  if (birthDate && !birthDate.ok) return refused({ code: 'bad_birth_date', text: birth, why: birthDate.why });
  if (email !== '' && !z.email().safeParse(email).success) return refused({ code: 'bad_email', text: email });
  return ok({
    line: row.line,
    externalId: externalId || null,
    fileNumber: fileNumber || null,
    givenName,
    familyName,
    birthDate: birthDate?.value ?? null,
    email: email || null,
    phone: phone || null,
  });
}

/** First and last name from columns of their own, or from “Last, First” or “First Last” in one. */
function patientName(row: Row<'patients'>): { givenName: string; familyName: string } {
  const [givenName, familyName] = [lineOf(row, 'givenName'), lineOf(row, 'familyName')];
  if (givenName !== '' || familyName !== '') return { givenName, familyName };
  const full = lineOf(row, 'fullName');
  const comma = full.indexOf(',');
  if (comma >= 0) return { givenName: full.slice(comma + 1).trim(), familyName: full.slice(0, comma).trim() };
  const space = full.lastIndexOf(' ');
  if (space < 0) return { givenName: full, familyName: '' };
  return { givenName: full.slice(0, space), familyName: full.slice(space + 1) };
}
