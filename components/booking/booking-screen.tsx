'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useState } from 'react';
import { type CreatePatient, CreatePatientContext } from '@/components/new-patient/new-patient';
import { arrival } from '@/components/ui/arrival';
import { useSoon } from '@/components/ui/later';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useMissing } from '@/components/ui/use-missing';
import type { PackageForm } from '@/lib/packages/package-form';
import { type BookingStart, startForm } from './booking-form';
import type { BookingOptions } from './booking-options';
import { Discard } from './discard';
import { PackageBooking } from './package-booking';
import type { BookAppointment, SavePackage } from './save-actions';
import { copiedFrom } from './stored-form';
import { useBookingForm } from './use-booking-form';
import { type PatientHit, usePatientItem } from './who-and-where';

type BookingScreenProps = {
  options: BookingOptions;
  /** The id of the user who types. */
  owner: string;
  /** What the address has filled in. */
  patient: PatientHit | null;
  start: Omit<BookingStart, 'patient'>;
  /** The package to make another one like. */
  copy: PackageForm | null;
  savePackage: SavePackage;
  bookAppointment: BookAppointment;
  /** Writes down a patient who is not in the list yet. */
  createPatient: CreatePatient;
  /** Whether this user may lay one visit over another on purpose. */
  mayOverlap: boolean;
};

/** New booking: one screen for both kinds; switching between them keeps what was typed. */
export function BookingScreen(props: BookingScreenProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <CreatePatientContext value={props.createPatient}>
        <Booking {...props} />
      </CreatePatientContext>
    </QueryClientProvider>
  );
}

/** Most bookings are packages; the other form comes along as soon as there is time. */
const singleBooking = arrival(() => import('./single-booking').then((m) => m.SingleBooking));
const SWITCHED_TO = [singleBooking];
// The server draws it too, where it is what was asked for.
const SingleBooking = dynamic(singleBooking.load);

const kinds = parseAsStringLiteral(['package', 'single']);

function Booking(props: BookingScreenProps) {
  const { options, owner, patient, start, copy, mayOverlap, savePackage, bookAppointment } = props;
  const t = useTranslations('booking');
  const [asked, setKind] = useQueryState('kind', kinds);
  const kind = asked ?? 'package';
  const firstClinic = options.clinics.find(({ id }) => id === start.clinicId) ?? options.clinics[0];
  const itemOf = usePatientItem();
  const [isMissing, setMissing] = useState(false);
  const missing = useMissing(() => setMissing(false));
  // Switching must not wait for a network, which may be gone by then.
  useSoon(SWITCHED_TO);
  const typed = useBookingForm({
    owner,
    begunWith: JSON.stringify({ ...start, patient: patient?.id, copy: copy?.packageId }),
    place: 'booking',
    kind,
    // An address that names one of the two means it.
    onRestore: (typedIn) => void (asked === null && choose(typedIn)),
    begin: (requestKey) =>
      startForm(
        {
          today: firstClinic?.today ?? '',
          requestKey,
          start: {
            ...(copy ? copiedFrom(copy, itemOf(copy.patient)) : {}),
            ...start,
            ...(patient ? { patient: itemOf(patient) } : {}),
          },
        },
        options,
      ),
  });

  /** Without its code the other form does not take the place of this one. */
  async function choose(value: string) {
    const form = value === 'single' ? await singleBooking.load().catch(() => null) : undefined;
    setMissing(form === null);
    if (form !== null) await setKind(value === 'single' ? 'single' : 'package');
  }

  const clinic = options.clinics.find(({ id }) => id === typed.form.clinicId);
  const today = (clinic ?? firstClinic)?.today ?? '';
  const areZonesMixed = new Set(options.clinics.map(({ timeZone }) => timeZone)).size > 1;
  const shared = { typed, options, today, clock: areZonesMixed ? (clinic?.name ?? null) : null };

  return (
    <>
      <header data-print="hide" className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pb-5">
        <div>
          <h1 className="text-lg font-semibold tracking-[-0.01em]">{t('title')}</h1>
          {copy ? <p className="text-work text-soft">{t('copyOf', { number: copy.number })}</p> : null}
        </div>
        <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
          <Discard typed={typed} label={t('discard')} />
          <SegmentedControl
            label={t('kind')}
            isLabelHidden
            options={[
              { value: 'single', label: t('kinds.single') },
              { value: 'package', label: t('kinds.package') },
            ]}
            value={kind}
            onChange={(value) => void choose(value)}
          />
        </div>
      </header>
      {isMissing ? missing(() => void choose('single')) : null}
      {kind === 'package' ? (
        <PackageBooking key={typed.round} {...shared} savePackage={savePackage} />
      ) : (
        <SingleBooking
          key={typed.round}
          {...shared}
          mayOverlap={mayOverlap}
          bookAppointment={bookAppointment}
        />
      )}
    </>
  );
}
