import type * as z from 'zod';
import { ok, type Result, refused } from './result';

/** What is wrong with one field: a key under `fieldFaults` in the messages, and the values its text names. */
export interface FieldFault {
  code: string;
  values?: Record<string, string | number>;
}

/** The faults of an input by the path of their field, e.g. `assignments.3.providerIds`; '' is the whole input. */
export type FieldFaults = Record<string, FieldFault>;

/** What a schema makes of an input, or what is wrong with it by field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): Result<z.infer<S>, FieldFaults> {
  // With what stood in each field, which tells what is missing from what is of another kind.
  const parsed = schema.safeParse(raw, { reportInput: true });
  return parsed.success ? ok(parsed.data) : refused(faultsOf(parsed.error));
}

/** The first fault of each field. A schema names a fault of its own by a message in snake_case. */
function faultsOf(error: z.ZodError): FieldFaults {
  const faults: FieldFaults = {};
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    faults[path] ??= faultOf(issue);
  }
  return faults;
}

const isMissing = (input: unknown) => input === undefined || input === null || input === '';

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  if (/^[a-z]+(_[a-z]+)*$/.test(issue.message)) return { code: issue.message };
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string'
        ? { code: 'required' }
        : { code: 'too_small', values: { minimum: Number(issue.minimum) } };
    case 'too_big':
      return issue.origin === 'string'
        ? { code: 'too_long', values: { maximum: Number(issue.maximum) } }
        : { code: 'too_big', values: { maximum: Number(issue.maximum) } };
    case 'invalid_type':
      // What was meant as a number and is none, such as "-".
      if (Number.isNaN(issue.input)) return { code: 'whole_number' };
      return { code: isMissing(issue.input) ? 'required' : 'invalid' };
    default:
      return { code: isMissing(issue.input) ? 'required' : 'invalid' };
  }
}
