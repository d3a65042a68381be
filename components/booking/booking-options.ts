/** What the form offers to choose from; the page reads it and passes it on. */
export interface BookingOptions {
  clinics: readonly ClinicOption[];
  services: readonly ServiceOption[];
  providers: readonly ProviderOption[];
}

export interface ClinicOption {
  id: string;
  name: string;
  timeZone: string;
  weekStart: number;
  /** The date there when the page was made. */
  today: string;
}

export interface ServiceOption {
  id: string;
  name: string;
  durationMinutes: number;
  sessionCount: number;
}

export interface ProviderOption {
  id: string;
  name: string;
  clinicIds: readonly string[];
  serviceIds: readonly string[];
}

/** Only providers of the clinic who are qualified for the service; without a service, all of the clinic. */
export function offeredProviders(
  options: BookingOptions,
  { clinicId, serviceTypeId }: { clinicId: string; serviceTypeId: string },
): ProviderOption[] {
  return options.providers.filter(
    (provider) =>
      (clinicId === '' || provider.clinicIds.includes(clinicId)) &&
      (serviceTypeId === '' || provider.serviceIds.includes(serviceTypeId)),
  );
}
