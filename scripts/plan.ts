import { openSync, readSync } from 'node:fs';
import { bestPlan } from '@/lib/scheduling/best-plan';
import { clinicOf } from '@/lib/scheduling/clinic';
import { parseInstance } from '@/lib/scheduling/instance-json';
import { planToJson } from '@/lib/scheduling/plan';
import { explained } from '@/lib/scheduling/plan-package';
import { promisedProblem } from '@/lib/scheduling/promise';

const USAGE = 'usage: npm run --silent plan -- FILE   (FILE is a takt-instance/1 JSON file, or - for stdin)';
const MOST_LINES = 200;
/** Ten times what the largest problem that is promised a plan takes up. */
const MOST_BYTES = 8_000_000;
const MOST_LEVELS = 32;

/** The plan of the instance in a file as JSON, or what is wrong: one line per fault. */
function answer(files: readonly string[]): { plan: object } | { faults: readonly string[] } {
  const [file] = files;
  if (file === undefined || files.length > 1) return { faults: [USAGE] };

  const text = textOf(file);
  if (text === null) return { faults: [`cannot read ${JSON.stringify(file)}`] };
  if (Buffer.byteLength(text) > MOST_BYTES)
    return { faults: [`${JSON.stringify(file)} is too large: at most 8 MB`] };
  if (isNestedDeeply(text))
    return { faults: [`${JSON.stringify(file)} is nested too deeply for an instance`] };
  const input = fromJson(text);
  if (!input) return { faults: [`${JSON.stringify(file)} is not JSON`] };
  const parsed = parseInstance(input.value);
  if (!parsed.ok) return { faults: parsed.faults };

  const began = performance.now();
  const clinic = clinicOf(parsed.value);
  const promised = promisedProblem(clinic);
  if ('excess' in promised) return { faults: [`instance: is too large, ${promised.excess}`] };
  const plan = explained(clinic, bestPlan(clinic, promised));
  const milliseconds = Math.round((performance.now() - began) * 1000) / 1000;
  if (plan.optimal) return { plan: planToJson(plan, milliseconds) };
  return { faults: ['sessions: no placement of the others keeps maxGapDays between the fixed sessions'] };
}

/** At most one byte too many is read: a file may have no end. */
function textOf(file: string): string | null {
  const bytes = Buffer.allocUnsafe(MOST_BYTES + 1);
  let size = 0;
  try {
    const opened = file === '-' ? 0 : openSync(file, 'r');
    for (let read = -1; read !== 0; size += read)
      read = readSync(opened, bytes, size, bytes.length - size, null);
  } catch {
    return null;
  }
  // A byte order mark is no part of the JSON behind it.
  return bytes.toString('utf8', 0, size).replace(/^\uFEFF/, '');
}

/** An instance has five levels; millions of brackets would keep the JSON parser busy for seconds. */
function isNestedDeeply(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length && depth <= MOST_LEVELS; at++) {
    const sign = text[at];
    if (sign === '\\' && isInString) at++;
    else if (sign === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
  }
  return depth > MOST_LEVELS;
}

/** Wrapped, since `null` is a JSON value too. */
function fromJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

const result = answer(process.argv.slice(2));
if ('plan' in result) {
  process.stdout.write(`${JSON.stringify(result.plan, null, 2)}\n`);
} else {
  const lines = result.faults.slice(0, MOST_LINES);
  if (lines.length < result.faults.length)
    lines.push(`and ${result.faults.length - lines.length} faults more`);
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 2;
}
