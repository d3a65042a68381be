import { describe, expect, it } from 'vitest';
import type { FileKind } from './cause';
import { recogniseColumns } from './columns';

const columns = (kind: FileKind, ...headers: string[]) => {
  const read = recogniseColumns(kind, headers);
  return read.ok ? Object.fromEntries(read.value.at) : read.error;
};

describe('columns of an import', () => {
  it('knows common headers in any order and case', () => {
    expect(columns('patients', 'LAST', 'FIRST', 'Id', 'BIRTHDATE')).toEqual({
      id: 2,
      givenName: 1,
      familyName: 0,
      birthDate: 3,
    });
    expect(
      columns('patients', 'File number', 'Surname', 'given_name', 'Date of Birth', 'E-mail', 'Tel.'),
    ).toEqual({
      fileNumber: 0,
      familyName: 1,
      givenName: 2,
      birthDate: 3,
      email: 4,
      phone: 5,
    });
    expect(columns('providers', 'NAME', 'Id')).toEqual({ fullName: 0, id: 1 });
    expect(columns('appointments', 'PROVIDER', 'Patient', 'STOP', 'start', 'Description', 'Notes')).toEqual({
      provider: 0,
      patient: 1,
      end: 2,
      start: 3,
      service: 4,
      notes: 5,
    });
  });

  it('prefers the more exact of two headers, and tells which are not used', () => {
    const read = recogniseColumns('appointments', [
      'Id',
      'Start',
      'End',
      'Patient',
      'Provider',
      'Service',
      'Description',
    ]);
    if (!read.ok) throw new Error('refused');
    expect(read.value.at.get('service')).toBe(5);
    expect(read.value.unused).toEqual(['Description']);
  });

  it('says what is missing', () => {
    expect(columns('patients', 'Id', 'First')).toEqual({
      kind: 'missing',
      what: ['a first and a last name'],
    });
    expect(columns('patients', 'Name', 'Age')).toEqual({ kind: 'missing', what: ['an id or file number'] });
    expect(columns('providers', 'Id')).toEqual({ kind: 'missing', what: ['a name'] });
    expect(columns('appointments', 'Id', 'Patient')).toEqual({
      kind: 'missing',
      what: ['a start', 'an end or a duration', 'a provider'],
    });
  });

  it('refuses one header twice, since either could be meant', () => {
    expect(columns('providers', 'Id', 'Name', 'id')).toEqual({ kind: 'twice', header: 'Id' });
  });
});
