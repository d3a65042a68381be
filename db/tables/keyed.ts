export type Flag = 0 | 1;

/** A row of one tenant. */
export interface Keyed {
  tenant_id: string;
  id: string;
}

/** A record that people edit: `version` goes up with each change, and a stale save is refused. */
export interface Edited extends Keyed {
  version: number;
  created_at: number;
  updated_at: number;
}
