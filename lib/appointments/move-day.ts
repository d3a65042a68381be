/** A date with the free times of a visit that is to be moved. */
export interface MoveDay {
  date: string;
  of: ProviderTimes[];
}

export interface ProviderTimes {
  providerId: string;
  /** Local times that follow the package's wishes, all of them for a single visit. */
  times: string[];
  /** Local times that are free but go against a wish. */
  against: string[];
}
