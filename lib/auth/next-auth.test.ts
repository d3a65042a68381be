import NextAuth from 'next-auth';
import { decode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { authOptions } from './next-auth';

const SECRET = 'a secret of tests, thirty-two characters long';
const HALF_AN_HOUR = 30 * 60;

describe('the token of someone who has just signed in', () => {
  beforeEach(() => {
    vi.stubEnv('NEXTAUTH_SECRET', SECRET);
    vi.stubEnv('NEXTAUTH_URL', 'http://localhost');
  });
  afterEach(() => vi.unstubAllEnvs());

  it('is of no use to whoever copied it once the idle limit has passed', async () => {
    const token = await decode({ token: await signIn(), secret: SECRET });
    expect(Number(token?.exp) - Number(token?.iat)).toBe(HALF_AN_HOUR);
  });

  /** Our own options, with a door that lets in whoever knocks. */
  const options = () => ({
    ...authOptions(),
    providers: [
      CredentialsProvider({
        credentials: {},
        authorize: () => ({ id: 'ruth', tenantId: 'north', sessionVersion: 1 }),
      }),
    ],
  });

  async function signIn(): Promise<string> {
    const csrf = await ask({ method: 'GET', path: ['csrf'] });
    const { csrfToken } = JSON.parse(csrf.body);
    const answer = await ask({
      method: 'POST',
      path: ['callback', 'credentials'],
      cookies: { 'next-auth.csrf-token': csrf.cookie('next-auth.csrf-token') },
      body: { csrfToken, json: 'true' },
    });
    return answer.cookie('next-auth.session-token');
  }

  /** Asks next-auth in the form of Next.js's older routes, which needs no server around it. */
  async function ask({ method, path, cookies = {}, body = {} }: Asked) {
    const headers = new Map<string, string | string[]>();
    let said = '';
    const response = {
      getHeader: (name: string) => headers.get(name),
      setHeader: (name: string, value: string | string[]) => headers.set(name, value),
      status: () => response,
      json: (value: unknown) => {
        said = JSON.stringify(value);
      },
      send: (value: unknown) => {
        said = typeof value === 'string' ? value : JSON.stringify(value);
      },
      end: () => undefined,
    };
    const request = { method, cookies, body, headers: { host: 'localhost' }, query: { nextauth: path } };
    await NextAuth(request as never, response as never, options());
    const set = [headers.get('Set-Cookie') ?? []].flat();
    return {
      body: said,
      cookie: (name: string) => {
        const [, value = ''] = new RegExp(`^${name}=([^;]*)`).exec(
          set.find((each) => each.startsWith(`${name}=`)) ?? '',
        ) ?? ['', ''];
        return decodeURIComponent(value);
      },
    };
  }
  type Asked = {
    method: string;
    path: string[];
    cookies?: Record<string, string>;
    body?: Record<string, string>;
  };
});
