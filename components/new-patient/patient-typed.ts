/** What is typed about a new patient. */
export interface PatientTyped {
  givenName: string;
  familyName: string;
  birthDate: string;
  fileNumber: string;
  phone: string;
  email: string;
  locale: string;
}

/** A name begun in a search goes on in the form: all but the last word are given names. */
export function typedFrom(searched: string): PatientTyped {
  // What has a digit was a file number or a birth date.
  const words = /\d/.test(searched) ? [] : searched.trim().split(/\s+/).filter(Boolean);
  const familyName = words.length > 1 ? (words.pop() ?? '') : '';
  return {
    givenName: words.join(' '),
    familyName,
    birthDate: '',
    fileNumber: '',
    phone: '',
    email: '',
    locale: '',
  };
}
