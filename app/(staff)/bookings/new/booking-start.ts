import type { BookingOptions } from '@/db/reads/booking-options';
import { isLocalDate } from '@/lib/time/local-date';
import { isLocalTime } from '@/lib/time/local-time';

interface Start {
  patientId?: string;
  clinicId?: string;
  serviceTypeId?: string;
  providerId?: string;
  date?: string;
  time?: string;
}

/** What the address fills in; what it names and the form does not offer is left for the user to choose. */
export function bookingStart(
  address: Record<string, string | string[] | undefined>,
  options: BookingOptions,
): Start {
  const isOffered = (among: readonly { id: string }[]) => (id: string) => among.some((one) => one.id === id);
  const take = (name: string, isFit: (text: string) => boolean) => {
    const text = address[name];
    return typeof text === 'string' && isFit(text) ? text : undefined;
  };
  const start: Start = {
    patientId: take('patient', (id) => id !== ''),
    clinicId: take('clinic', isOffered(options.clinics)),
    serviceTypeId: take('service', isOffered(options.services)),
    providerId: take('provider', isOffered(options.providers)),
    date: take('date', isLocalDate),
    time: take('time', isLocalTime),
  };
  return Object.fromEntries(Object.entries(start).filter(([, value]) => value !== undefined));
}
