import { type KnownProvider, knownProviders, patientsByReference } from '@/db/reads/import-references';
import type { Cause } from './cause';
import type { VisitDraft } from './read-visit';
import type { Run } from './run';

/** A visit whose patient and provider are known. */
export interface Visit extends VisitDraft {
  patientId: string;
  providerId: string;
}

export type Resolved = { visit: Visit } | { line: number; cause: Cause };

/** Finds providers by the id they had or by their name, as the file that names them has either. */
export class ProviderDirectory {
  readonly #byExternalId = new Map<string, string>();
  readonly #byName = new Map<string, string | 'several'>();

  private constructor(providers: readonly KnownProvider[]) {
    for (const { id, externalId, name } of providers) {
      if (externalId !== null) this.#byExternalId.set(externalId, id);
      const key = name.toLowerCase();
      this.#byName.set(key, this.#byName.has(key) ? 'several' : id);
    }
  }

  static async of(run: Run): Promise<ProviderDirectory> {
    return new ProviderDirectory([...(await knownProviders(run.scope)), ...run.wouldBe.providers]);
  }

  find(reference: string): { id: string } | { cause: Cause } {
    const id = this.#byExternalId.get(reference) ?? this.#byName.get(reference.toLowerCase());
    if (id === undefined) return { cause: { code: 'unknown_provider', reference } };
    return id === 'several' ? { cause: { code: 'several_providers', reference } } : { id };
  }
}

/** Ties each visit of a batch to its patient and provider, or says who is unknown. */
export async function resolvePeople(
  run: Run,
  drafts: readonly VisitDraft[],
  providers: ProviderDirectory,
): Promise<Resolved[]> {
  const references = [...new Set(drafts.map((draft) => draft.patient))];
  const known = await patientsByReference(run.scope, references);
  const byFileNumber = new Map(known.map(({ fileNumber, id }) => [fileNumber, id]));
  const byExternalId = new Map(known.map(({ externalId, id }) => [externalId, id]));
  const patientOf = (reference: string) =>
    byExternalId.get(reference) ?? byFileNumber.get(reference) ?? run.wouldBe.patients.get(reference);
  return drafts.map((draft) => {
    const { line } = draft;
    const patientId = patientOf(draft.patient);
    if (patientId === undefined) {
      return { line, cause: { code: 'unknown_patient', reference: draft.patient } };
    }
    const provider = providers.find(draft.provider);
    if ('cause' in provider) return { line, cause: provider.cause };
    return { visit: { ...draft, patientId, providerId: provider.id } };
  });
}
