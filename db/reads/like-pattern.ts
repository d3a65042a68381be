import { type RawBuilder, sql } from 'kysely';

/** Whether a column holds the text as it stands: `%` and `_` in it mean themselves. */
export function likeContaining(column: string, text: string): RawBuilder<boolean> {
  const literal = text.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`);
  return sql<boolean>`${sql.ref(column)} like ${`%${literal}%`} escape '\\'`;
}
