'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type CreatePatient, CreatePatientContext } from '@/components/new-patient/new-patient';
import { PageHeader } from '@/components/ui/page-header';
import type { PackageForm } from '@/lib/packages/package-form';
import { emptyForm } from './booking-form';
import type { BookingOptions } from './booking-options';
import { Discard } from './discard';
import { MeanwhileContext } from './meanwhile-choice';
import { PackageBooking } from './package-booking';
import type { SavePackage } from './save-actions';
import { typedFrom } from './stored-form';
import { useBookingForm } from './use-booking-form';
import { useMeanwhile } from './use-meanwhile';
import { usePatientItem } from './who-and-where';

type DraftScreenProps = {
  options: BookingOptions;
  /** The id of the user who types. */
  owner: string;
  stored: PackageForm;
  editPackage: SavePackage;
  /** Writes down a patient who is not in the list yet. */
  createPatient: CreatePatient;
};

/** A stored draft in the booking form, whole: kept as a draft again, or scheduled now. */
export function DraftScreen(props: DraftScreenProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <CreatePatientContext value={props.createPatient}>
        <Draft {...props} />
      </CreatePatientContext>
    </QueryClientProvider>
  );
}

function Draft({ options, owner, stored, editPackage }: DraftScreenProps) {
  const t = useTranslations('booking');
  const itemOf = usePatientItem();
  const { packageId, number } = stored;
  const firstToday = options.clinics[0]?.today ?? '';
  const typedOf = (package_: PackageForm) => ({
    ...emptyForm(firstToday, ''),
    ...typedFrom(package_, itemOf(package_.patient)),
  });
  const typed = useBookingForm({
    owner,
    begunWith: packageId,
    place: 'draft',
    kind: 'package',
    begin: (requestKey) => ({ ...typedOf(stored), requestKey }),
    version: stored.version,
  });
  const { version, meanwhile, show } = useMeanwhile(typed, options, typedOf);
  const clinic = options.clinics.find(({ id }) => id === typed.form.clinicId);
  const areZonesMixed = new Set(options.clinics.map(({ timeZone }) => timeZone)).size > 1;

  const save: SavePackage = async (input) => {
    const saved = await editPackage({ ...input, packageId, version });
    if (!saved.ok && saved.error.kind === 'stale') show(saved.error.now);
    return saved;
  };

  return (
    <MeanwhileContext value={meanwhile}>
      <div data-print="hide">
        <PageHeader
          title={t('draft.title', { number })}
          breadcrumbs={[{ label: number, href: `/packages/${packageId}` as Route }]} // the page of a package
          breadcrumbsLabel={t('draft.back')}
          action={<Discard typed={typed} label={t('draft.asStored')} />}
        />
      </div>
      <PackageBooking
        key={typed.round}
        typed={typed}
        options={options}
        today={clinic?.today ?? firstToday}
        clock={areZonesMixed ? (clinic?.name ?? null) : null}
        savePackage={save}
      />
    </MeanwhileContext>
  );
}
