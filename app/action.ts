import { revalidatePath } from 'next/cache';
import { unstable_rethrow } from 'next/navigation';
import type * as z from 'zod';
import type { TenantScope } from '@/db/scope';
import { isPermitted, type Permission } from '@/lib/auth/permissions';
import { type FieldFaults, parseInput } from '@/lib/result/field-faults';
import { type Result, refused } from '@/lib/result/result';
import { logFailure } from './log';
import { signedIn } from './session';

/** What any action may answer besides its operation's own refusals. */
export type ActionRefusal =
  | { kind: 'signed_out' }
  | { kind: 'forbidden' }
  | { kind: 'invalid_input'; fields: FieldFaults }
  | { kind: 'failed'; reference: string };

export type Action<T, E> = (input: unknown) => Promise<Result<T, E | ActionRefusal>>;

/**
 * The one way to make a server action: session, permission, schema, operation, revalidation, in this order.
 * It never throws at the form: what was typed stays, and the answer says what to do.
 */
export function action<S extends z.ZodType, T, E>(definition: {
  permission: Permission;
  input: S;
  operation: (scope: TenantScope, input: z.infer<S>) => Promise<Result<T, E>>;
  /** Paths whose pages show what has changed. */
  revalidate?: readonly string[];
}): Action<T, E> {
  return async (raw) => {
    try {
      const current = await signedIn();
      if (!current) return refused({ kind: 'signed_out' });
      if (!isPermitted(current.account.role, definition.permission)) return refused({ kind: 'forbidden' });
      const input = parseInput(definition.input, raw);
      if (!input.ok) return refused({ kind: 'invalid_input', fields: input.error });
      const result = await definition.operation(current.scope, input.value);
      if (result.ok) for (const path of definition.revalidate ?? []) revalidatePath(path, 'layout');
      return result;
    } catch (error) {
      unstable_rethrow(error);
      return refused({ kind: 'failed', reference: logFailure(error, 'action') });
    }
  };
}
