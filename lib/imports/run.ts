import type { TenantScope } from '@/db/scope';
import type { transaction } from '@/db/transaction';
import type { LocalDate } from '@/lib/time/local-date';

/** One run of the import: what all its files share. */
export interface Run {
  scope: TenantScope;
  /** Says what would happen and writes nothing. */
  isDryRun: boolean;
  /** Where visits and providers belong; null when nothing needs a clinic. */
  clinic: { id: string; timeZone: string } | null;
  /** The clinic's date at the start of the run. */
  today: LocalDate;
  /** What a dry run would have created, so that later files can refer to it. */
  wouldBe: {
    patients: Map<string, string>;
    providers: { id: string; externalId: string | null; name: string }[];
  };
}

const COLOURS = [
  '#0f766e',
  '#1d4ed8',
  '#7c3aed',
  '#b45309',
  '#0369a1',
  '#be185d',
  '#4d7c0f',
  '#57534e',
] as const;

/** A colour for the `index`-th new provider or service. */
export const colourOf = (index: number): string => COLOURS[index % COLOURS.length] ?? COLOURS[0];

/** What the database itself refused, as `transaction` answers it. */
export type DatabaseRefusal = Extract<
  Awaited<ReturnType<typeof transaction<void, never>>>,
  { ok: false }
>['error'];
