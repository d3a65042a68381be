/** The rules of a feasible plan that a session can break, by name. */
export type BrokenRule =
  | 'unknown_session'
  | 'placed_twice'
  | 'fixed_moved'
  | 'wrong_end'
  | 'off_grid'
  | 'before_not_before'
  | 'outside_window'
  | 'not_preferred_day'
  | 'closed'
  | 'provider_not_allowed'
  | 'not_working'
  | 'outside_day_hours'
  | 'time_off'
  | 'provider_busy'
  | 'patient_busy'
  | 'no_room'
  | 'too_close'
  | 'too_far'
  | 'week_full';

/** A rule that the session of this number breaks; `other` is the session it collides with in 6 and 7. */
export type Breach = { readonly rule: BrokenRule; readonly number: number; readonly other?: number };
