import { type NextRequest, NextResponse } from 'next/server';
import { encode, getToken } from 'next-auth/jwt';
import { problem } from '@/app/problem';
import { mediaTypeOf, readBody } from '@/app/read-body';
import { SESSION_IDLE_SECONDS, sessionSecret } from '@/lib/auth/settings';

/** How old a token may grow before it is renewed: one renewal a minute is enough to count idle time. */
const RENEW_AFTER_SECONDS = 60;

/** What screens ask every few seconds, to stay fresh. */
const ASKED_BY_SCREENS = new Set(['/api/calendar/board', '/api/today']);

/**
 * Comfort, never the lock: sends visitors to sign in before a page is made, and renews the idle limit of those
 * who are at work. Every page, action and route checks for itself.
 */
export async function proxy(request: NextRequest) {
  if (!isReadable(request.nextUrl.pathname)) return new NextResponse(null, { status: 400 });
  if (isFromElsewhere(request)) {
    const refusal = problem(400, 'foreign_origin');
    return new NextResponse(refusal.body, refusal);
  }
  const refusal = await callRefusal(request);
  if (refusal) return new NextResponse(refusal.body, refusal);
  const secret = sessionSecret();
  const token = await getToken({ req: request, secret });
  if (!token) {
    // Routes and actions answer for themselves: a form must hear that its user is signed out, not be led away.
    const answersItself = request.nextUrl.pathname.startsWith('/api/') || request.headers.has('next-action');
    if (answersItself) return NextResponse.next();
    const url = new URL('/sign-in', request.nextUrl);
    url.searchParams.set('from', request.nextUrl.pathname + request.nextUrl.search);
    return NextResponse.redirect(url);
  }
  const response = NextResponse.next();
  // A screen that asks by itself is nobody at work: left alone, it has to sign out.
  if (ASKED_BY_SCREENS.has(request.nextUrl.pathname)) return response;
  const issuedAt = typeof token.iat === 'number' ? token.iat : 0;
  if (Date.now() / 1000 - issuedAt > RENEW_AFTER_SECONDS) {
    const isSecure = process.env.NEXTAUTH_URL?.startsWith('https://') ?? false;
    response.cookies.set({
      name: `${isSecure ? '__Secure-' : ''}next-auth.session-token`,
      value: await encode({ token, secret, maxAge: SESSION_IDLE_SECONDS }),
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure,
      path: '/',
      maxAge: SESSION_IDLE_SECONDS,
    });
  }
  return response;
}

/** A path with a broken escape names nothing, and breaks whoever reads it later. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** A change that another site's page sends in our user's name; the host is the one that the browser asked for. */
function isFromElsewhere({ method, headers }: NextRequest): boolean {
  const origin = headers.get('origin');
  if (origin === null || method === 'GET' || method === 'HEAD') return false;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** As much as an action may be called with. */
const MOST_BYTES = 500_000;
const MOST_ARGUMENTS = 10;
/** How many lists and records may stand in one another: far more than screens send, far fewer than end a stack. */
const DEEPEST = 50;

/** What stands for a value that JSON has none for; any other mark points at a part that no screen of ours sends. */
const WELL_KNOWN = /^\$(\$|undefined$|NaN$|-?Infinity$|-0$|D|n-?\d{1,20}$)/;

/** Screens call an action with a list in JSON; anything else would break its reader, and be our fault. */
async function callRefusal(request: NextRequest): Promise<Response | null> {
  if (request.method !== 'POST') return null;
  const sentAs = mediaTypeOf(request);
  if (!request.headers.has('next-action')) {
    // The form of a page without scripts: no page of ours has one.
    const isForm = sentAs === 'multipart/form-data' && !request.nextUrl.pathname.startsWith('/api/');
    return isForm ? problem(400, 'invalid_input') : null;
  }
  if (sentAs !== 'text/plain') return problem(400, 'invalid_input');
  const text = await readBody(request.clone(), MOST_BYTES);
  if (text === null) return problem(413, 'body_too_large');
  return isReadableCall(text) ? null : problem(400, 'invalid_input');
}

function isReadableCall(text: string): boolean {
  try {
    const call: unknown = JSON.parse(text);
    return Array.isArray(call) && call.length <= MOST_ARGUMENTS && isPlain(call, DEEPEST);
  } catch {
    return false;
  }
}

/** Nothing in it points at another part, and no more than so many of its values stand in one another. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || WELL_KNOWN.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isPlain(part, depth - 1));
}

export const config = {
  matcher: [
    // Sign-in itself, the health check and files need no session.
    '/((?!api/auth|api/health|sign-in|_next|icon|favicon|.*\\.(?:svg|png|ico|woff2)$).*)',
    // Next.js hears an action at any address, and the form of a page without scripts, too.
    { source: '/:path*', has: [{ type: 'header', key: 'next-action' }] },
    {
      source: '/((?!api/).*)',
      has: [{ type: 'header', key: 'content-type', value: 'multipart/form-data.*' }],
    },
  ],
};
