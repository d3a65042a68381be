import * as z from 'zod';

/** What a desk works through, each in its own queue. */
export const ATTENTION_VIEWS = ['unplaced', 'ending', 'unsettled'] as const;
export type AttentionView = (typeof ATTENTION_VIEWS)[number];

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** Which queue, and where in it; what makes no sense is as if it were not there. */
export const attentionQuery = z.object({
  kind: z.preprocess(first, z.enum(ATTENTION_VIEWS)).catch('unplaced'),
  /** The package that is looked at … */
  at: z
    .preprocess(first, z.string().regex(/^[\w-]{1,64}$/))
    .nullable()
    .catch(null),
  /** … and the place at which it stood, from 1: when it is solved, the next one has come up there. */
  place: z.preprocess(first, z.coerce.number().int().min(1).max(1000)).catch(1),
});
export type AttentionQuery = z.infer<typeof attentionQuery>;

export const attentionHref = ({ kind, at, place }: AttentionQuery): `/attention?${string}` => {
  const search = new URLSearchParams({ kind });
  if (at !== null) {
    search.set('at', at);
    search.set('place', String(place));
  }
  return `/attention?${search}`;
};
