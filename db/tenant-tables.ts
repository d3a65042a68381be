import type { TenantTableName } from './schema';

/** The tables that belong to one tenant, for those who must know them while running. */
export const TENANT_TABLES: Readonly<Record<TenantTableName, true>> = {
  app_user: true,
  clinic: true,
  service_type: true,
  room: true,
  provider: true,
  provider_clinic: true,
  provider_service: true,
  working_hours: true,
  time_off: true,
  closure: true,
  patient: true,
  package: true,
  session: true,
  provider_assignment: true,
  draft_session: true,
  appointment: true,
  number_counter: true,
  audit: true,
  outbox: true,
  saved_view: true,
};
