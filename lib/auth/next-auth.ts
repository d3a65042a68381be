import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { endSession } from '@/db/system';
import { newId } from '@/lib/ids/new-id';
import { signInInput } from './input';
import { SESSION_IDLE_SECONDS, SESSION_MAX_SECONDS, sessionSecret } from './settings';
import { type SignInRefusal, verifySignIn } from './verify-sign-in';

declare module 'next-auth' {
  interface User {
    tenantId: string;
    sessionVersion: number;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    userId: string;
    tenantId: string;
    sessionVersion: number;
    /** Of this one sign-in: signing out ends it, on every copy of the token. */
    sessionId: string;
    /** Seconds since 1970, as JWT counts. */
    signedInAt: number;
  }
}

/** Made on demand, so that a build needs no secret. */
export const authOptions = (): NextAuthOptions => ({
  secret: sessionSecret(),
  session: { strategy: 'jwt', maxAge: SESSION_IDLE_SECONDS },
  // Without it the first token outlives its cookie by a month, for whoever copied it.
  jwt: { maxAge: SESSION_IDLE_SECONDS },
  // Every page of next-auth's own has ours in its place.
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in' },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {}, tenant: {} },
      async authorize(credentials) {
        const input = signInInput.safeParse(credentials);
        if (!input.success) return null;
        const result = await verifySignIn(input.data);
        // next-auth hands an error's message to the form: `throttled:420`, `choose_tenant:[…]`.
        if (!result.ok) throw new Error(refusalCode(result.error));
        const { userId, name, tenantId, sessionVersion } = result.value;
        return { id: userId, name, tenantId, sessionVersion };
      },
    }),
  ],
  events: {
    async signOut({ token }) {
      if (!token?.sessionId) return;
      const until = (token.signedInAt + SESSION_MAX_SECONDS) * 1000;
      await endSession({ id: token.sessionId, until, now: Date.now() });
    },
  },
  callbacks: {
    jwt({ token, user }) {
      if (!user) return token;
      const { id, tenantId, sessionVersion } = user;
      const signedInAt = Math.floor(Date.now() / 1000);
      return { userId: id, tenantId, sessionVersion, sessionId: newId(), signedInAt };
    },
    // What /api/auth/session tells the browser: nothing; pages hold what they need.
    session: ({ session }) => ({ expires: session.expires }),
  },
});

function refusalCode(refusal: SignInRefusal): string {
  if (refusal.kind === 'throttled') return `throttled:${refusal.retryInSeconds}`;
  if (refusal.kind === 'choose_tenant') return `choose_tenant:${JSON.stringify(refusal.tenants)}`;
  return refusal.kind;
}
