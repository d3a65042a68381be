'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { localDateOf } from '@/lib/time/wall-clock';
import type { BookingStart } from './booking-form';
import type { BookingOptions } from './booking-options';
import { PackageBooking } from './package-booking';
import type { BookAppointment, SavePackage } from './save-actions';
import { SingleBooking } from './single-booking';
import { useBookingForm } from './use-booking-form';
import { type PatientHit, usePatientItem } from './who-and-where';

type BookingScreenProps = {
  options: BookingOptions;
  /** The server's present instant, in epoch milliseconds. */
  now: number;
  /** The id of the user who types. */
  owner: string;
  /** What the address has filled in. */
  patient: PatientHit | null;
  start: Omit<BookingStart, 'patient'>;
  savePackage: SavePackage;
  bookAppointment: BookAppointment;
};

/** New booking: one screen for both kinds; switching between them keeps what was typed. */
export function BookingScreen(props: BookingScreenProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Booking {...props} />
    </QueryClientProvider>
  );
}

const kinds = parseAsStringLiteral(['package', 'single'])
  .withDefault('package')
  .withOptions({ clearOnDefault: false });

function Booking({ options, now, owner, patient, start, savePackage, bookAppointment }: BookingScreenProps) {
  const t = useTranslations('booking');
  const [kind, setKind] = useQueryState('kind', kinds);
  const firstClinic = options.clinics.find(({ id }) => id === start.clinicId) ?? options.clinics[0];
  const itemOf = usePatientItem();
  const typed = useBookingForm(
    {
      owner,
      today: localDateOf(now, firstClinic?.timeZone ?? 'UTC'),
      start: patient ? { ...start, patient: itemOf(patient) } : start,
    },
    options,
  );
  const clinic = options.clinics.find(({ id }) => id === typed.form.clinicId);
  const today = localDateOf(now, (clinic ?? firstClinic)?.timeZone ?? 'UTC');
  const areZonesMixed = new Set(options.clinics.map(({ timeZone }) => timeZone)).size > 1;
  const shared = { typed, options, today, clock: areZonesMixed ? (clinic?.name ?? null) : null };

  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pb-5">
        <h1 className="text-lg font-semibold tracking-[-0.01em]">{t('title')}</h1>
        {typed.isRestored ? (
          <p className="flex flex-wrap items-center gap-x-2 text-work text-soft">
            {t('restored')}
            <Button variant="quiet" onClick={typed.startAnew}>
              {t('startAnew')}
            </Button>
          </p>
        ) : null}
        <SegmentedControl
          label={t('kind')}
          isLabelHidden
          options={[
            { value: 'single', label: t('kinds.single') },
            { value: 'package', label: t('kinds.package') },
          ]}
          value={kind}
          onChange={(value) => setKind(value === 'single' ? 'single' : 'package')}
        />
      </header>
      {kind === 'package' ? (
        <PackageBooking {...shared} savePackage={savePackage} />
      ) : (
        <SingleBooking {...shared} bookAppointment={bookAppointment} />
      )}
    </>
  );
}
