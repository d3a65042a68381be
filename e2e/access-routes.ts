import {
  type Asked,
  bookersRoute,
  everybody,
  listFile,
  NOBODYS_ID,
  problemFile,
  schedulersRoute,
  staffRoute,
  unread,
} from './access-answers';
import { FROM, feasibilityOf, freeTimesOf, planOf, typedPlaceOf, withIds } from './access-forms';
import type { KnownIds } from './known-ids';

/** One more than a route reads. */
const TOO_MANY_BYTES = 256 * 1024 + 1;

/** What a route of bookers does not read: another form than JSON, too much, and what ends too early. */
const unreadAt = (path: string): Asked[] => [
  { what: 'as text', path, sentAs: 'text/plain', data: '{}', answers: unread(415) },
  { what: 'as a form', path, sentAs: 'application/x-www-form-urlencoded', data: '{}', answers: unread(415) },
  { what: 'too large', path, data: { notes: 'x'.repeat(TOO_MANY_BYTES) }, answers: unread(413) },
  { what: 'cut off', path, sentAs: 'application/json', data: Buffer.from('{"a":'), answers: unread(400) },
];

/** Each route, likewise. */
export const ROUTES: Record<string, (ids: KnownIds) => Asked[]> = {
  'GET app/api/health/route.ts': () => [{ path: '/api/health', answers: everybody(200) }],
  'GET app/api/auth/[...nextauth]/route.ts': () => [
    { path: '/api/auth/session', answers: everybody(200) },
    { path: '/api/auth/csrf', answers: everybody(200) },
    { path: '/api/auth/callback/credentials', answers: everybody(404) },
  ],
  'POST app/api/auth/[...nextauth]/route.ts': () => [
    // Without the token of the form nobody is signed in or out by another site.
    { path: '/api/auth/signout', data: {}, answers: everybody('to /api/auth/signout') },
    { what: 'nonsense', path: '/api/auth/callback/credentials', data: [], answers: everybody(400) },
  ],
  'GET app/api/patients/search/route.ts': () => [
    { path: '/api/patients/search?query=layla', answers: { ...bookersRoute, stranger: 200 } },
    {
      what: 'too short',
      path: '/api/patients/search?query=l',
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
    {
      what: 'nonsense',
      path: '/api/patients/search?query=%00%27%3B--',
      answers: { ...bookersRoute, stranger: 200 },
    },
  ],
  'GET app/api/calendar/board/route.ts': (ids) => [
    { path: `/api/calendar/board?clinic=${ids.clinic}`, answers: staffRoute },
    { what: 'of nonsense', path: '/api/calendar/board?view=x&clinic=%00&seen=%00', answers: staffRoute },
  ],
  'POST app/api/search/route.ts': (ids) => [
    { path: '/api/search', data: { query: 'layla' }, answers: staffRoute },
    {
      what: 'opened last',
      path: '/api/search',
      data: { query: '', recent: [{ kind: 'patient', id: ids.patient }] },
      answers: staffRoute,
    },
    {
      what: 'faulty',
      path: '/api/search',
      data: { query: 1 },
      answers: { ...staffRoute, viewer: 400, provider: 400, scheduler: 400, admin: 400, stranger: 400 },
    },
    {
      what: 'too large',
      path: '/api/search',
      data: { query: 'x'.repeat(TOO_MANY_BYTES) },
      answers: { ...unread(413), viewer: 413, provider: 413 },
    },
  ],
  'GET app/api/today/route.ts': (ids) => [
    {
      path: `/api/today?clinic=${ids.clinic}&date=${FROM}`,
      answers: { ...staffRoute, stranger: 404 },
    },
    {
      what: 'nobody’s',
      path: `/api/today?clinic=${NOBODYS_ID}&date=${FROM}`,
      answers: {
        visitor: 401,
        former: 401,
        viewer: 404,
        provider: 404,
        scheduler: 404,
        admin: 404,
        stranger: 404,
      },
    },
    {
      what: 'faulty',
      path: '/api/today?clinic=%00&date=2027-02-30',
      answers: {
        visitor: 401,
        former: 401,
        viewer: 400,
        provider: 400,
        scheduler: 400,
        admin: 400,
        stranger: 400,
      },
    },
  ],
  'GET app/api/appointments/[id]/free-times/route.ts': (ids) => [
    { path: `/api/appointments/${ids.appointment}/free-times`, answers: schedulersRoute },
    {
      what: 'faulty',
      path: `/api/appointments/${ids.appointment}/free-times?from=2027-02-30`,
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
    {
      what: 'nobody’s',
      path: `/api/appointments/${NOBODYS_ID}/free-times`,
      answers: { ...schedulersRoute, scheduler: 404, admin: 404 },
    },
  ],
  'GET app/api/appointments/[id]/judge/route.ts': (ids) => [
    {
      path: `/api/appointments/${ids.appointment}/judge?${typedPlaceOf(ids)}`,
      answers: schedulersRoute,
    },
    {
      what: 'faulty',
      path: `/api/appointments/${ids.appointment}/judge`,
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
    {
      what: 'nobody’s',
      path: `/api/appointments/${NOBODYS_ID}/judge?${typedPlaceOf(ids)}`,
      answers: { ...schedulersRoute, scheduler: 404, admin: 404 },
    },
  ],
  'GET app/api/free-times/nearby/route.ts': (ids) => [
    { path: `/api/free-times/nearby?${freeTimesOf(ids)}`, answers: bookersRoute },
    {
      what: 'faulty',
      path: '/api/free-times/nearby?date=2027-02-30',
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
  ],
  'GET app/api/calendar/feasibility/route.ts': (ids) => [
    { path: `/api/calendar/feasibility?${feasibilityOf(ids)}`, answers: { ...bookersRoute, stranger: 404 } },
    {
      what: 'nonsense',
      path: '/api/calendar/feasibility?appointment=%00&providers=,&from=x',
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
  ],
  'GET app/api/free-times/judge/route.ts': (ids) => [
    { path: `/api/free-times/judge?${freeTimesOf(ids)}&time=10:00`, answers: bookersRoute },
    {
      what: 'faulty',
      path: `/api/free-times/judge?${freeTimesOf(ids)}&time=25:00`,
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
  ],
  'GET app/api/free-times/route.ts': (ids) => [
    { path: `/api/free-times?${freeTimesOf(ids)}`, answers: bookersRoute },
    {
      what: 'faulty',
      path: '/api/free-times?date=2027-02-30',
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
  ],
  'POST app/api/plan/route.ts': (ids) => [
    { path: '/api/plan', data: planOf(ids), answers: bookersRoute },
    {
      what: 'null bytes',
      path: '/api/plan',
      data: planOf(withIds('\0')),
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
    { what: 'faulty', path: '/api/plan', data: {}, answers: { ...bookersRoute, scheduler: 400, admin: 400 } },
    {
      what: 'not an object',
      path: '/api/plan',
      data: [1],
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
    ...unreadAt('/api/plan'),
  ],
  'POST app/api/plan/moves/route.ts': (ids) => [
    {
      path: '/api/plan/moves',
      data: { ...planOf(ids), number: 1, from: FROM, to: FROM },
      answers: bookersRoute,
    },
    {
      what: 'faulty',
      path: '/api/plan/moves',
      data: { ...planOf(ids), number: 101, from: FROM, to: FROM },
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
    ...unreadAt('/api/plan/moves'),
  ],
  'POST app/api/plan/judge/route.ts': (ids) => [
    {
      path: '/api/plan/judge',
      data: { ...planOf(ids), place: { number: 1, providerId: ids.provider, roomId: null, start: 0 } },
      answers: bookersRoute,
    },
    {
      what: 'faulty',
      path: '/api/plan/judge',
      data: { ...planOf(ids), place: null },
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
    ...unreadAt('/api/plan/judge'),
  ],
  'POST app/api/packages/[id]/replan/route.ts': (ids) => [
    {
      path: `/api/packages/${ids.package}/replan`,
      data: { version: 1, which: 'unplaced', changes: {} },
      answers: schedulersRoute,
    },
    {
      what: 'faulty',
      path: `/api/packages/${ids.package}/replan`,
      data: { version: 1, which: 'all', changes: {} },
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
    {
      what: 'nobody’s',
      path: `/api/packages/${NOBODYS_ID}/replan`,
      data: { version: 1, which: 'rest', changes: {} },
      answers: { ...schedulersRoute, scheduler: 404, admin: 404 },
    },
    ...unreadAt(`/api/packages/${NOBODYS_ID}/replan`),
  ],
  'GET app/api/packages/[id]/assignments/route.ts': (ids) => [
    { path: `/api/packages/${ids.package}/assignments`, answers: schedulersRoute },
    {
      what: 'nobody’s',
      path: `/api/packages/${NOBODYS_ID}/assignments`,
      answers: { ...schedulersRoute, scheduler: 404, admin: 404 },
    },
  ],
  'GET app/api/packages/[id]/places/route.ts': (ids) => [
    {
      what: 'of a session that it does not have',
      path: `/api/packages/${ids.package}/places?number=100`,
      answers: { ...schedulersRoute, scheduler: 409, admin: 409 },
    },
    {
      what: 'faulty',
      path: `/api/packages/${ids.package}/places?number=0&date=2027-02-30`,
      answers: { ...bookersRoute, scheduler: 400, admin: 400 },
    },
    {
      what: 'nobody’s',
      path: `/api/packages/${NOBODYS_ID}/places?number=1`,
      answers: { ...schedulersRoute, scheduler: 404, admin: 404 },
    },
  ],
  'GET app/(staff)/exports/packages/route.ts': (ids) => [
    { path: `/exports/packages?clinic=${ids.clinic}`, answers: listFile },
    { what: 'of nonsense', path: '/exports/packages?q=%00%27%25&clinic=%00&after=%00', answers: listFile },
  ],
  'GET app/(staff)/exports/appointments/route.ts': (ids) => [
    { path: `/exports/appointments?clinic=${ids.clinic}`, answers: listFile },
    { what: 'of nonsense', path: '/exports/appointments?q=%00%27%25&room=%00&after=%00', answers: listFile },
  ],
  'GET app/(staff)/exports/patients/route.ts': (ids) => [
    { path: `/exports/patients?clinic=${ids.clinic}`, answers: listFile },
    { what: 'of nonsense', path: '/exports/patients?q=%00%27%25&clinic=%00&after=%00', answers: listFile },
  ],
  'GET app/(staff)/packages/[id]/problem/route.ts': (ids) => [
    { path: `/packages/${ids.package}/problem`, answers: problemFile },
    {
      what: 'nobody’s',
      path: `/packages/${NOBODYS_ID}/problem`,
      answers: { ...problemFile, scheduler: 404, admin: 404 },
    },
    {
      what: 'odd id',
      path: '/packages/%00/problem',
      answers: { ...problemFile, scheduler: 400, admin: 400, stranger: 400 },
    },
  ],
};
