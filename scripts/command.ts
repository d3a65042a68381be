// How a command ends: one line for what went wrong, exit 2 for wrong usage and 1 for a refusal.

/** Wrong arguments or unusable files: the command did nothing. */
export class UsageError extends Error {}

class Refusal extends Error {}

/** Ends the command with one line and exit code 1. */
export function fail(line: string): never {
  throw new Refusal(line);
}

export async function runCommand(usage: string, work: (args: string[]) => Promise<void>): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(usage);
    return;
  }
  try {
    await work(args);
  } catch (error) {
    const line = lineOf(error);
    const isUsage = error instanceof UsageError || codeOf(error).startsWith('ERR_PARSE_ARGS');
    console.error(line);
    process.exitCode = isUsage ? 2 : 1;
  }
}

function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [first = ''] = (error.message || codeOf(error)).split('\n');
  return first;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
