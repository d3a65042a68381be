/** What an operation answers: a value, or one of the things that may happen. What must not happen is thrown. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refused = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });
