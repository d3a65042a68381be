import * as z from 'zod';

export const signInInput = z.object({
  email: z.string().trim().toLowerCase().min(1, 'required').max(254).pipe(z.email('email')),
  password: z.string().min(1, 'required').max(200, 'too_long'),
  /** The tenant's short name, asked for only when one e-mail and password fit several. */
  tenant: z.string().trim().toLowerCase().max(100).optional(),
});
export type SignInInput = z.infer<typeof signInInput>;
