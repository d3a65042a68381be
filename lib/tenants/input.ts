import * as z from 'zod';

/** A new tenant: its short name for addresses and commands, and the name people read. */
export const createTenantInput = z.object({
  slug: z
    .string()
    .min(1, 'required')
    .max(63)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not_a_slug'),
  name: z.string().trim().min(1, 'required').max(200),
  adminEmail: z.string().trim().toLowerCase().max(254).pipe(z.email('email')).nullable(),
});
export type CreateTenantInput = z.infer<typeof createTenantInput>;
