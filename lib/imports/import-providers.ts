import { knownProviders } from '@/db/reads/import-references';
import { transaction } from '@/db/transaction';
import { linkProviders } from '@/db/writes/provider-links';
import { createRecords } from '@/db/writes/records';
import { ok, type Result } from '@/lib/result/result';
import { type ImportFile, importInBatches, refusedAt } from './batches';
import { type ProviderDraft, readProvider } from './read-provider';
import { colourOf, type DatabaseRefusal, type Run } from './run';
import type { Outcome, Tally } from './tally';

/** Takes over providers, known by the id they had, or by name where the file gives no id; they work at the clinic. */
export async function importProviders(run: Run, file: ImportFile<'providers'>, tally: Tally): Promise<void> {
  const steps = {
    read: readProvider,
    keyOf: (draft: ProviderDraft) => draft.externalId ?? draft.name,
    settle: (drafts: readonly ProviderDraft[]) => settle(run, drafts),
  };
  await importInBatches({ file, tally }, steps, new Map());
}

async function settle(run: Run, drafts: readonly ProviderDraft[]): Promise<Outcome[]> {
  const known = await knownProviders(run.scope);
  const externalIds = new Set(known.map((provider) => provider.externalId));
  const names = new Set(known.map((provider) => provider.name));
  const isKnown = ({ externalId, name }: ProviderDraft) =>
    externalId === null ? names.has(name) : externalIds.has(externalId);
  const accepted = drafts.filter((draft) => !isKnown(draft));
  const outcomes = drafts.filter(isKnown).map(({ line }): Outcome => ({ line, is: 'existing' }));
  const saved = await save(run, accepted, known.length);
  if (saved.ok) return [...outcomes, ...accepted.map(({ line }): Outcome => ({ line, is: 'created' }))];
  const [only, ...others] = accepted;
  if (only && others.length === 0) return [...outcomes, outcomeOf(only, saved.error)];
  for (const draft of accepted) outcomes.push(...(await settle(run, [draft])));
  return outcomes;
}

async function save(
  run: Run,
  drafts: readonly ProviderDraft[],
  countBefore: number,
): Promise<Result<void, DatabaseRefusal>> {
  if (drafts.length === 0) return ok(undefined);
  if (run.isDryRun) {
    const wouldBe = drafts.map(({ line, ...provider }) => ({ id: `provider of line ${line}`, ...provider }));
    run.wouldBe.providers.push(...wouldBe);
    return ok(undefined);
  }
  const { clinic } = run;
  return transaction(run.scope, async (write) => {
    const rows = drafts.map(({ name, externalId }, index) => ({
      name,
      colour: colourOf(countBefore + index),
      is_active: 1 as const,
      external_id: externalId,
    }));
    const ids = await createRecords(write, 'provider', rows, 'import');
    if (clinic) {
      const links = ids.map((provider_id) => ({ provider_id, clinic_id: clinic.id }));
      await linkProviders(write, { clinics: links, services: [] });
    }
    return ok(undefined);
  });
}

function outcomeOf({ line }: ProviderDraft, refusal: DatabaseRefusal): Outcome {
  if (refusal.kind !== 'duplicate') throw new Error(`A provider was refused: ${JSON.stringify(refusal)}`);
  if (refusal.constraint === 'provider_external_id') return { line, is: 'existing' };
  return refusedAt(line, { code: 'conflict', constraint: refusal.constraint });
}
