import type { FileKind } from './cause';

/*
 * Which column of a file means what. Headers are compared without case, accents, spaces and punctuation; of
 * several headers for one field the earlier name in the list wins. What stands in no list is not used.
 */

const PATIENT = {
  id: ['id', 'patientid', 'externalid', 'uuid', 'identifier'],
  fileNumber: [
    'filenumber',
    'fileno',
    'file',
    'filenr',
    'recordnumber',
    'medicalrecordnumber',
    'mrn',
    'chartnumber',
    'patientnumber',
    'number',
  ],
  givenName: ['givenname', 'given', 'firstname', 'first', 'forename', 'patientfirstname'],
  familyName: ['familyname', 'family', 'lastname', 'last', 'surname', 'patientlastname'],
  fullName: ['name', 'fullname', 'patientname', 'patient', 'displayname'],
  birthDate: ['birthdate', 'dateofbirth', 'dob', 'birthday', 'born', 'birth'],
  email: ['email', 'emailaddress', 'mail'],
  phone: ['phone', 'phonenumber', 'telephone', 'tel', 'mobile', 'mobilephone', 'cell', 'cellphone'],
} as const;

const PROVIDER = {
  id: ['id', 'providerid', 'externalid', 'uuid', 'identifier', 'therapistid', 'practitionerid'],
  fullName: ['name', 'fullname', 'providername', 'provider', 'therapist', 'practitioner', 'displayname'],
  givenName: ['givenname', 'given', 'firstname', 'first', 'forename'],
  familyName: ['familyname', 'family', 'lastname', 'last', 'surname'],
} as const;

const APPOINTMENT = {
  id: ['id', 'appointmentid', 'visitid', 'encounterid', 'externalid', 'uuid', 'identifier'],
  date: ['date', 'appointmentdate', 'visitdate', 'day'],
  start: [
    'start',
    'startat',
    'starttime',
    'startdate',
    'startdatetime',
    'startsat',
    'begin',
    'from',
    'datetime',
    'time',
  ],
  end: [
    'stop',
    'end',
    'stopat',
    'endat',
    'stoptime',
    'endtime',
    'stopdate',
    'enddate',
    'enddatetime',
    'endsat',
    'finish',
    'until',
    'to',
  ],
  duration: ['duration', 'durationminutes', 'durationmin', 'minutes', 'length'],
  patient: [
    'patient',
    'patientid',
    'patientfilenumber',
    'filenumber',
    'mrn',
    'patientnumber',
    'client',
    'clientid',
  ],
  provider: [
    'provider',
    'providerid',
    'therapist',
    'therapistid',
    'practitioner',
    'practitionerid',
    'doctor',
    'providername',
    'clinician',
  ],
  service: ['servicetype', 'service', 'appointmenttype', 'treatment', 'type', 'description', 'procedure'],
  status: ['status', 'state', 'appointmentstatus'],
  notes: ['notes', 'note', 'comment', 'comments', 'remark', 'remarks'],
} as const;

const FIELDS = { patients: PATIENT, providers: PROVIDER, appointments: APPOINTMENT } as const;
export type Field<K extends FileKind> = keyof (typeof FIELDS)[K];

/** Each needs one column of every group, or the file cannot be read at all. */
const NEEDED: Record<FileKind, readonly { what: string; oneOf: readonly (readonly string[])[] }[]> = {
  patients: [
    { what: 'an id or file number', oneOf: [['id'], ['fileNumber']] },
    { what: 'a first and a last name', oneOf: [['givenName', 'familyName'], ['fullName']] },
  ],
  providers: [{ what: 'a name', oneOf: [['fullName'], ['givenName', 'familyName']] }],
  appointments: [
    { what: 'a start', oneOf: [['start']] },
    { what: 'an end or a duration', oneOf: [['end'], ['duration']] },
    { what: 'a patient', oneOf: [['patient']] },
    { what: 'a provider', oneOf: [['provider']] },
  ],
};

/** Where each field of a file stands, and the headers that mean nothing to us. */
export interface Columns<K extends FileKind> {
  at: ReadonlyMap<Field<K>, number>;
  unused: readonly string[];
}

export type ColumnsRefusal = { kind: 'missing'; what: string[] } | { kind: 'twice'; header: string };

export function recogniseColumns<K extends FileKind>(
  kind: K,
  headers: readonly string[],
): { ok: true; value: Columns<K> } | { ok: false; error: ColumnsRefusal } {
  const names = headers.map(plain);
  const at = new Map<Field<K>, number>();
  for (const [field, synonyms] of Object.entries<readonly string[]>(FIELDS[kind])) {
    const synonym = synonyms.find((each) => names.includes(each));
    if (synonym === undefined) continue;
    const index = names.indexOf(synonym);
    if (names.lastIndexOf(synonym) !== index) {
      return { ok: false, error: { kind: 'twice', header: headers[index] ?? synonym } };
    }
    at.set(field as Field<K>, index); // a key of this kind's own list
  }
  const found: ReadonlySet<string> = new Set([...at.keys()].map(String));
  const what = NEEDED[kind]
    .filter(({ oneOf }) => !oneOf.some((fields) => fields.every((field) => found.has(field))))
    .map((need) => need.what);
  if (what.length > 0) return { ok: false, error: { kind: 'missing', what } };
  const used = new Set(at.values());
  return {
    ok: true,
    value: { at, unused: headers.filter((name, index) => name !== '' && !used.has(index)) },
  };
}

const plain = (header: string) =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
