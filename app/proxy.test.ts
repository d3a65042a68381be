import { NextRequest } from 'next/server';
import { decode, encode } from 'next-auth/jwt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { proxy } from '@/proxy';

const SECRET = 'a secret of tests, thirty-two characters long';
const COOKIE = 'next-auth.session-token';
const START = Date.UTC(2027, 0, 3, 8);
const MINUTE = 60_000;

describe('the proxy', () => {
  beforeEach(() => {
    vi.stubEnv('NEXTAUTH_SECRET', SECRET);
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  const signedInNow = () =>
    encode({
      secret: SECRET,
      maxAge: 30 * 60,
      token: { userId: 'u', tenantId: 't', sessionVersion: 1, sessionId: 's', signedInAt: START / 1000 },
    });
  const ask = (path: string, token?: string) =>
    proxy(
      new NextRequest(`http://localhost${path}`, token ? { headers: { cookie: `${COOKIE}=${token}` } } : {}),
    );

  it('leads a visitor to sign in, and remembers where they wanted to go', async () => {
    const response = await ask('/packages?status=DRAFT');
    expect(response.headers.get('location')).toBe(
      'http://localhost/sign-in?from=%2Fpackages%3Fstatus%3DDRAFT',
    );
  });

  it('lets routes answer a visitor themselves', async () => {
    expect((await ask('/api/plan')).headers.get('location')).toBeNull();
  });

  it.each([
    ['another site', { origin: 'https://elsewhere.example' }, 400],
    ['a page without an origin of its own', { origin: 'null' }, 400],
    ['its own page', { origin: 'http://localhost' }, 200],
    [
      'its own page behind a load balancer',
      { origin: 'https://takt.example', 'x-forwarded-host': 'takt.example' },
      200,
    ],
    ['a program', {}, 200],
  ])('takes a change from %s as it should', async (_, headers, status) => {
    const request = new NextRequest('http://localhost/calendar', {
      method: 'POST',
      headers: { host: 'localhost', 'next-action': '00', ...headers },
      body: '[]',
    });
    expect((await proxy(request)).status).toBe(status);
  });

  it.each([
    ['[{"patientId":"p"}]', 200],
    ['', 400],
    ['[{"patientId":', 400],
    ['{"patientId":"p"}', 400],
    ['[{"notes":"$$5 a visit","room":"$undefined","to":"$D2027-01-04"}]', 200],
    ['[{"notes":"$5 a visit"}]', 400],
    ['["$Q7"]', 400],
    ['["$n12"]', 200],
    [`["$n${'9'.repeat(400)}"]`, 400],
    [JSON.stringify(Array.from({ length: 2000 }, () => 1)), 400],
    ['["$@1"]', 400],
    ['[{"a":[{"b":"$F1"}]}]', 400],
    ['["\\u0024K1"]', 400],
    ['\ufeff[]', 400],
    [`[${'['.repeat(50)}${']'.repeat(50)}]`, 400],
    [`[${'['.repeat(49)}${']'.repeat(49)}]`, 200],
    [JSON.stringify(['x'.repeat(499_996)]), 200],
    [JSON.stringify(['x'.repeat(499_997)]), 413],
    [JSON.stringify(['ع'.repeat(250_000)]), 413],
  ])('takes an action that is called with %.40j as it should', async (body, status) => {
    const headers = { host: 'localhost', 'next-action': '00', 'content-type': 'text/plain;charset=UTF-8' };
    const request = new NextRequest('http://localhost/calendar', { method: 'POST', headers, body });
    expect((await proxy(request)).status).toBe(status);
    // Who answers reads it again.
    if (status === 200) expect(await request.text()).toBe(body);
  });

  it.each([
    ['text/plain;charset=UTF-8', 200],
    ['Text/Plain', 200],
    ['application/json', 400],
    ['application/x-www-form-urlencoded', 400],
    ['multipart/form-data; boundary=x', 400],
    ['', 400],
  ])('takes an action that is called in the form %j as it should', async (type, status) => {
    const headers = { host: 'localhost', 'next-action': '00', 'content-type': type };
    const request = new NextRequest('http://localhost/calendar', { method: 'POST', headers, body: '[]' });
    expect((await proxy(request)).status).toBe(status);
  });

  it('takes no form of a page that has no scripts', async () => {
    const headers = { host: 'localhost', 'content-type': 'multipart/form-data' };
    const request = new NextRequest('http://localhost/calendar', { method: 'POST', headers, body: 'x' });
    expect((await proxy(request)).status).toBe(400);
  });

  it('renews the session of someone at work, but not the moment of signing in', async () => {
    const token = await signedInNow();
    vi.setSystemTime(START + 20 * MINUTE);
    const renewed = (await ask('/calendar', token)).cookies.get(COOKIE)?.value;
    vi.setSystemTime(START + 49 * MINUTE);
    expect(await decode({ token: renewed, secret: SECRET })).toMatchObject({ signedInAt: START / 1000 });
    expect((await ask('/calendar', renewed)).headers.get('location')).toBeNull();
  });

  it('does not take a calendar that refreshes itself for someone at work', async () => {
    const token = await signedInNow();
    vi.setSystemTime(START + 20 * MINUTE);
    expect((await ask('/api/calendar/board', token)).cookies.get(COOKIE)).toBeUndefined();
  });

  it('does not write a cookie with every request', async () => {
    const token = await signedInNow();
    vi.setSystemTime(START + MINUTE);
    expect((await ask('/calendar', token)).cookies.get(COOKIE)).toBeUndefined();
  });

  it('ends a session after half an hour without a request', async () => {
    const token = await signedInNow();
    vi.setSystemTime(START + 29 * MINUTE);
    expect((await ask('/calendar', token)).headers.get('location')).toBeNull();
    // next-auth allows clocks to differ by 15 seconds.
    vi.setSystemTime(START + 30 * MINUTE + 16_000);
    expect((await ask('/calendar', token)).headers.get('location')).toContain('/sign-in');
  });
});
