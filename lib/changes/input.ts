import * as z from 'zod';

/** The change to take back, as the operation that made it has named it. */
export const undoChangeInput = z.object({ changeId: z.uuid() });
export type UndoChangeInput = z.infer<typeof undoChangeInput>;
