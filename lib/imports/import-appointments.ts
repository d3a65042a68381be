import { importedAppointments } from '@/db/reads/import-references';
import { type ImportFile, importInBatches, refusedAt } from './batches';
import { placeVisits } from './place-visits';
import { readVisit, type VisitDraft } from './read-visit';
import { ProviderDirectory, resolvePeople, type Visit } from './resolve-people';
import type { DatabaseRefusal, Run } from './run';
import type { Outcome, Tally } from './tally';
import { Timeline } from './timeline';
import { loadServices, reloadServices, type Services, writeVisits } from './write-visits';

interface Job {
  run: Run;
  providers: ProviderDirectory;
  services: Services;
  lineOfKey: Map<string, number>;
  /** In a dry run nothing is stored, so the rows' own time is remembered to the end of the file. */
  wholeFile: Timeline;
}

/** Takes over visits; answers how many service types their descriptions made. */
export async function importAppointments(
  run: Run,
  file: ImportFile<'appointments'>,
  tally: Tally,
): Promise<{ newServices: number }> {
  if (!run.clinic) throw new Error('Visits are imported without a clinic.');
  const clock = { zone: run.clinic.timeZone, now: run.scope.now() };
  const job: Job = {
    run,
    providers: await ProviderDirectory.of(run),
    services: await loadServices(run),
    lineOfKey: new Map(),
    wholeFile: new Timeline(),
  };
  const steps = {
    read: (row: Parameters<typeof readVisit>[0]) => readVisit(row, clock),
    keyOf: (draft: VisitDraft) => draft.externalId,
    settle: (drafts: readonly VisitDraft[]) => settle(job, drafts),
  };
  await importInBatches({ file, tally }, steps, job.lineOfKey);
  return { newServices: job.services.created };
}

async function settle(job: Job, drafts: readonly VisitDraft[]): Promise<Outcome[]> {
  const { run, services, lineOfKey } = job;
  const existing = await importedAppointments(
    run.scope,
    drafts.map((draft) => draft.externalId),
  );
  const outcomes: Outcome[] = [];
  const visits: Visit[] = [];
  const fresh = drafts.filter(({ externalId }) => !existing.has(externalId));
  for (const { externalId, line } of drafts) {
    if (existing.has(externalId)) outcomes.push({ line, is: 'existing' });
  }
  for (const resolved of await resolvePeople(run, fresh, job.providers)) {
    if ('visit' in resolved) visits.push(resolved.visit);
    else outcomes.push(refusedAt(resolved.line, resolved.cause));
  }
  const timeline = run.isDryRun ? job.wholeFile : new Timeline();
  const placed = await placeVisits(run.scope, visits, { timeline, lineOfKey });
  const written = await writeVisits(run, placed.accepted, services);
  if (written.ok) {
    return [
      ...outcomes,
      ...placed.outcomes,
      ...placed.accepted.map(({ line }): Outcome => ({ line, is: 'created' })),
    ];
  }
  return [...outcomes, ...(await settleOneByOne(job, visits, written.error))];
}

/** Someone else wrote meanwhile: row by row, so that one row does not cost the others their place. */
async function settleOneByOne(
  job: Job,
  visits: readonly Visit[],
  refusal: DatabaseRefusal,
): Promise<Outcome[]> {
  const isNewServiceTaken = refusal.kind === 'duplicate' && refusal.constraint === 'service_type_name';
  if (isNewServiceTaken) await reloadServices(job.run, job.services);
  const [only, ...others] = visits;
  if (only && others.length === 0 && !isNewServiceTaken) return [outcomeOf(only, refusal)];
  const outcomes: Outcome[] = [];
  for (const visit of visits) outcomes.push(...(await settle(job, [visit])));
  return outcomes;
}

function outcomeOf(visit: Visit, refusal: DatabaseRefusal): Outcome {
  const { line, from, to } = visit;
  if (refusal.kind === 'slot_taken') {
    const { resource } = refusal;
    return refusedAt(line, { code: 'overlap', resource, line: null, number: null, from, to });
  }
  if (refusal.constraint === 'appointment_external_id') return { line, is: 'existing' };
  return refusedAt(line, { code: 'conflict', constraint: refusal.constraint });
}
