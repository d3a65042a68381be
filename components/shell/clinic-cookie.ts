/* Which clinic a user works at just now. Two people share a tablet, so the cookie says whose choice it is. */
export const CLINIC_COOKIE = 'takt-clinic';

const oneYearSeconds = 365 * 24 * 60 * 60;
const ID = /^[\w-]{1,64}$/;

export function clinicOfCookie(value: string, userId: string): string | null {
  const [owner, clinicId = ''] = value.split('.');
  return owner === userId && ID.test(clinicId) ? clinicId : null;
}

export const clinicCookie = ({ clinicId, userId }: { clinicId: string; userId: string }): string =>
  `${CLINIC_COOKIE}=${userId}.${clinicId}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
