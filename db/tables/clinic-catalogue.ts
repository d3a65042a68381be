import type { Edited, Flag, Keyed } from './keyed';

/* What a clinic has: its places, services, people and their hours. */

export interface ClinicTable extends Edited {
  name: string;
  time_zone: string;
  grid_minutes: number;
  week_start: number;
  is_active: Flag;
}

export interface ServiceTypeTable extends Edited {
  name: string;
  colour: string;
  duration_minutes: number;
  session_count: number;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  needs_room: Flag;
  is_active: Flag;
}

export interface RoomTable extends Edited {
  clinic_id: string;
  name: string;
  is_active: Flag;
}

export interface ProviderTable extends Edited {
  name: string;
  colour: string;
  is_active: Flag;
  /** The id this provider has in the system it was imported from. */
  external_id: string | null;
}

export interface ProviderClinicTable {
  tenant_id: string;
  provider_id: string;
  clinic_id: string;
}

export interface ProviderServiceTable {
  tenant_id: string;
  provider_id: string;
  service_type_id: string;
}

/** One span of a provider's week at a clinic; a break is the gap between two spans of a day. */
export interface WorkingHoursTable extends Keyed {
  provider_id: string;
  clinic_id: string;
  weekday: number;
  from_time: string;
  to_time: string;
  valid_from: string | null;
  valid_to: string | null;
}

export interface TimeOffTable extends Keyed {
  provider_id: string;
  start_at: number;
  end_at: number;
  label: string;
}

export interface ClosureTable extends Keyed {
  clinic_id: string;
  date: string;
  label: string;
}

export interface PatientTable extends Edited {
  file_number: string;
  given_name: string;
  family_name: string;
  birth_date: string | null;
  email: string | null;
  phone: string | null;
  locale: string | null;
  /** Names and file number folded for search (lower case, without accents). */
  search_text: string;
  /** Family name, then given name, folded likewise: what lists are sorted by. */
  sort_name: string;
  external_id: string | null;
}
