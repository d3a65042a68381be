import { addDays, mondayIn } from './dates';
import type { KnownIds } from './known-ids';
import { WHO, type Who } from './people';

/** A status, or where a person is sent. */
export type Answer = number | `to ${string}`;
export type Answers = Record<Who, Answer>;

export interface Asked {
  /** What is asked for, when one address is asked for in several ways. */
  what?: string;
  path: string;
  data?: unknown;
  answers: Answers;
}

/** An id that nobody has: the answer to it is the answer to a foreign one. */
export const NOBODYS_ID = '01890000-0000-7000-8000-000000000000';

const everybody = (answer: Answer): Answers =>
  // Each of WHO is a key.
  Object.fromEntries(WHO.map((who) => [who, answer])) as Answers;

/** For a page: who is not signed in goes to sign in. */
const page = (answers: Omit<Answers, 'visitor' | 'former'>): Answers => ({
  visitor: 'to /sign-in',
  former: 'to /sign-in',
  ...answers,
});

const staffPage = page({ viewer: 200, provider: 200, scheduler: 200, admin: 200, stranger: 200 });
const bookersPage = page({ viewer: 403, provider: 403, scheduler: 200, admin: 200, stranger: 200 });
/** The provider's own record; another tenant does not find it. */
const ownRecord = page({ viewer: 200, provider: 200, scheduler: 200, admin: 200, stranger: 404 });
const othersRecord = page({ viewer: 200, provider: 404, scheduler: 200, admin: 200, stranger: 404 });
const nobodysRecord = page({ viewer: 404, provider: 404, scheduler: 404, admin: 404, stranger: 404 });

const bookersRoute: Answers = {
  visitor: 401,
  former: 401,
  viewer: 403,
  provider: 403,
  scheduler: 200,
  admin: 200,
  stranger: 400,
};

/** About a record: another tenant does not find it. */
const schedulersRoute: Answers = { ...bookersRoute, stranger: 404 };

const staffRoute: Answers = { ...bookersRoute, viewer: 200, provider: 200, stranger: 200 };

const ODD_IDS = ['%00', "';drop table package;--", '..%2f..', 'x'.repeat(500), 'مرحبا'];

const records = (folder: string, ids: { own: string; others: string }): Asked[] => [
  { what: 'own', path: `/${folder}/${ids.own}`, answers: ownRecord },
  { what: 'another provider’s', path: `/${folder}/${ids.others}`, answers: othersRecord },
  { what: 'nobody’s', path: `/${folder}/${NOBODYS_ID}`, answers: nobodysRecord },
  ...ODD_IDS.map((id) => ({
    what: `odd id ${id.slice(0, 20)}`,
    path: `/${folder}/${id}`,
    answers: nobodysRecord,
  })),
];

/** Each page with what it answers to whom. A page that is not here fails the test. */
export const PAGES: Record<string, (ids: KnownIds) => Asked[]> = {
  'app/page.tsx': () => [
    { path: '/', answers: { ...everybody('to /today'), visitor: 'to /sign-in', former: 'to /sign-in' } },
  ],
  'app/sign-in/page.tsx': () => [
    { path: '/sign-in', answers: { ...everybody('to /'), visitor: 200, former: 200 } },
  ],
  'app/(staff)/today/page.tsx': (ids) => [
    { path: '/today', answers: staffPage },
    {
      what: 'of a clinic, long ago',
      path: `/today?clinic=${ids.clinic}&date=2020-02-29`,
      answers: staffPage,
    },
    { what: 'of nonsense', path: '/today?clinic=%00&date=2027-02-30&date=x', answers: staffPage },
  ],
  'app/(staff)/attention/page.tsx': (ids) => [
    { path: '/attention', answers: staffPage },
    { what: 'at a package', path: `/attention?kind=ending&at=${ids.package}&place=2`, answers: staffPage },
    { what: 'without an outcome', path: '/attention?kind=unsettled', answers: staffPage },
    { what: 'of nonsense', path: '/attention?kind=x&at=%00&place=-1', answers: staffPage },
  ],
  'app/(staff)/calendar/page.tsx': (ids) => [
    { path: '/calendar', answers: staffPage },
    {
      what: 'of a clinic and a provider',
      path: `/calendar?clinic=${ids.clinic}&provider=${ids.provider}`,
      answers: staffPage,
    },
    {
      what: 'of nonsense',
      path: '/calendar?view=x&date=2027-02-30&clinic=%00&provider=%27&room=%00',
      answers: staffPage,
    },
  ],
  'app/(staff)/packages/page.tsx': () => [
    { path: '/packages', answers: staffPage },
    {
      what: 'of nonsense',
      path: '/packages?q=%00%27%25&status=x&clinic=%00&from=2027-02-30&after=%00',
      answers: staffPage,
    },
  ],
  'app/(staff)/appointments/page.tsx': () => [
    { path: '/appointments', answers: staffPage },
    {
      what: 'of nonsense',
      path: '/appointments?q=%00%27%25&status=x&period=never&room=%00&from=2027-02-30&before=%00&view=%00',
      answers: staffPage,
    },
  ],
  'app/(staff)/patients/page.tsx': () => [
    { path: '/patients', answers: staffPage },
    {
      what: 'of nonsense',
      path: '/patients?q=%00%27%25&clinic=%00&sort=x&after=%00&view=%00',
      answers: staffPage,
    },
  ],
  'app/(staff)/patients/[id]/page.tsx': (ids) => [
    { what: 'own', path: `/patients/${ids.patientOfProvider}`, answers: ownRecord },
    { what: 'nobody’s', path: `/patients/${NOBODYS_ID}`, answers: nobodysRecord },
    ...ODD_IDS.map((id) => ({
      what: `odd id ${id.slice(0, 20)}`,
      path: `/patients/${id}`,
      answers: nobodysRecord,
    })),
  ],
  'app/(staff)/packages/[id]/page.tsx': (ids) =>
    records('packages', { own: ids.package, others: ids.othersPackage }),
  'app/(staff)/appointments/[id]/page.tsx': (ids) =>
    records('appointments', { own: ids.appointment, others: ids.othersAppointment }),
  'app/(staff)/packages/[id]/edit/page.tsx': (ids) => [
    { path: `/packages/${ids.package}/edit`, answers: { ...bookersPage, stranger: 404 } },
    {
      what: 'nobody’s',
      path: `/packages/${NOBODYS_ID}/edit`,
      answers: { ...bookersPage, scheduler: 404, admin: 404, stranger: 404 },
    },
    {
      what: 'odd id',
      path: '/packages/%00/edit',
      answers: { ...bookersPage, scheduler: 404, admin: 404, stranger: 404 },
    },
  ],
  'app/(staff)/bookings/new/page.tsx': (ids) => [
    { path: '/bookings/new', answers: bookersPage },
    {
      what: 'like another',
      path: `/bookings/new?copy=${ids.package}`,
      answers: { ...bookersPage, stranger: 404 },
    },
    {
      what: 'like nobody’s',
      path: `/bookings/new?copy=${NOBODYS_ID}`,
      answers: { ...bookersPage, scheduler: 404, admin: 404, stranger: 404 },
    },
    { what: 'single', path: '/bookings/new?kind=single', answers: bookersPage },
    {
      what: 'for a patient',
      path: `/bookings/new?patient=${ids.patient}`,
      answers: { ...bookersPage, stranger: 404 },
    },
    {
      what: 'for an odd id',
      path: '/bookings/new?patient=%00',
      answers: { ...bookersPage, scheduler: 404, admin: 404, stranger: 404 },
    },
    {
      what: 'for nobody',
      path: `/bookings/new?patient=${NOBODYS_ID}`,
      answers: { ...bookersPage, scheduler: 404, admin: 404, stranger: 404 },
    },
  ],
};

/** Each route, likewise. */
export const ROUTES: Record<string, (ids: KnownIds) => Asked[]> = {
  'GET app/api/health/route.ts': () => [{ path: '/api/health', answers: everybody(200) }],
  'GET app/api/auth/[...nextauth]/route.ts': () => [
    { path: '/api/auth/session', answers: everybody(200) },
    { path: '/api/auth/csrf', answers: everybody(200) },
  ],
  'POST app/api/auth/[...nextauth]/route.ts': () => [
    // Without the token of the form nobody is signed in or out by another site.
    { path: '/api/auth/signout', data: {}, answers: everybody('to /api/auth/signout') },
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

/** Everyone has the lists as a file, each of what they may see. */
const listFile: Answers = { ...staffRoute, visitor: 'to /sign-in' };

/** A file beside the pages: who is not signed in at all is sent to sign in like for a page. */
const problemFile: Answers = { ...bookersRoute, visitor: 'to /sign-in', stranger: 404 };

/** Each server action: who may call it, and a good input with ids of the tenant with all the data. */
export const ACTIONS: Record<string, { mayCall: readonly Who[]; input?: (ids: KnownIds) => object }> = {
  'app/(staff)/saved-views/actions.ts#saveView': {
    mayCall: ['viewer', 'provider', 'scheduler', 'admin', 'stranger'],
  },
  'app/(staff)/saved-views/actions.ts#changeView': {
    mayCall: ['viewer', 'provider', 'scheduler', 'admin', 'stranger'],
  },
  'app/(staff)/saved-views/actions.ts#deleteView': {
    mayCall: ['viewer', 'provider', 'scheduler', 'admin', 'stranger'],
  },
  'app/(staff)/actions.ts#signOutEverywhere': {
    mayCall: ['viewer', 'provider', 'scheduler', 'admin', 'stranger'],
  },
  'app/(staff)/actions.ts#undoChange': {
    mayCall: ['provider', 'scheduler', 'admin', 'stranger'],
    input: () => ({ changeId: NOBODYS_ID }),
  },
  'app/(staff)/appointments/actions.ts#rescheduleAppointment': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: (ids) => ({
      appointmentId: ids.appointment,
      version: 1,
      providerId: ids.provider,
      date: FROM,
      time: '03:00',
      durationMinutes: 45,
      reason: '',
      accepted: [],
      overlapReason: null,
    }),
  },
  'app/(staff)/appointments/actions.ts#cancelAppointment': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    // Of nobody: what may be cancelled would be.
    input: () => ({ appointmentId: NOBODYS_ID, version: 1, reason: 'Asked to', session: 'cancel' }),
  },
  'app/(staff)/appointments/actions.ts#recordOutcome': {
    mayCall: ['provider', 'scheduler', 'admin', 'stranger'],
    input: () => ({ appointmentId: NOBODYS_ID, version: 1, outcome: 'ARRIVED' }),
  },
  // Of nobody: what may be planned anew or cancelled would be.
  'app/(staff)/packages/actions.ts#saveReplan': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: () => ({
      packageId: NOBODYS_ID,
      version: 1,
      which: 'unplaced',
      changes: {},
      basis: '',
      shown: [],
    }),
  },
  'app/(staff)/packages/actions.ts#scheduleSession': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: (ids) => ({
      packageId: NOBODYS_ID,
      version: 1,
      number: 1,
      providerId: ids.provider,
      date: FROM,
      time: '09:00',
      accepted: [],
    }),
  },
  'app/(staff)/packages/actions.ts#cancelPackage': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: () => ({ packageId: NOBODYS_ID, version: 1, what: 'rest', reason: 'Asked to', numbers: [] }),
  },
  'app/(staff)/packages/actions.ts#cancelSession': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: () => ({ packageId: NOBODYS_ID, version: 1, number: 1, reason: 'Asked to' }),
  },
  'app/(staff)/packages/actions.ts#bringBackSession': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: () => ({ packageId: NOBODYS_ID, version: 1, number: 1 }),
  },
  'app/(staff)/packages/[id]/edit/actions.ts#editPackage': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    // Of nobody: a draft that may be edited would be.
    input: (ids) => ({
      ...planOf(ids),
      packageId: NOBODYS_ID,
      version: 1,
      requestKey: NOBODYS_ID,
      notes: '',
      autoSchedule: false,
      shown: [],
    }),
  },
  'app/(staff)/bookings/new/actions.ts#savePackage': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: (ids) => ({ ...planOf(ids), requestKey: NOBODYS_ID, notes: '', autoSchedule: false, shown: [] }),
  },
  'app/(staff)/bookings/new/actions.ts#bookAppointment': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: (ids) => ({
      requestKey: NOBODYS_ID,
      patientId: ids.patient,
      clinicId: ids.clinic,
      serviceTypeId: ids.service,
      providerId: ids.provider,
      date: FROM,
      time: '09:00',
      durationMinutes: 45,
      notes: '',
    }),
  },
};

/** Weeks that no other test books in. */
const FROM = mondayIn(100);

/** An input whose every id is this one. */
export const withIds = (id: string): KnownIds => ({
  clinic: id,
  service: id,
  provider: id,
  patient: id,
  patientOfProvider: id,
  package: id,
  appointment: id,
  othersPackage: id,
  othersAppointment: id,
});

export const START_OF_MATRIX = FROM;

function planOf(ids: KnownIds) {
  return {
    patientId: ids.patient,
    clinicId: ids.clinic,
    serviceTypeId: ids.service,
    sessionCount: 2,
    durationMinutes: 45,
    startDate: FROM,
    endDate: addDays(FROM, 6),
    preferredDays: [],
    dayHours: null,
    minGapDays: 1,
    maxPerWeek: null,
    providers: { strategy: 'one', providerId: ids.provider },
    goal: 'soonest',
  };
}

const typedPlaceOf = (ids: KnownIds) =>
  new URLSearchParams({
    providerId: ids.provider,
    date: FROM,
    time: '09:00',
    durationMinutes: '45',
  });

const feasibilityOf = (ids: KnownIds) =>
  new URLSearchParams({
    appointment: ids.appointment,
    providers: ids.provider,
    from: FROM,
    to: FROM,
    durationMinutes: '45',
  });

const freeTimesOf = (ids: KnownIds) =>
  new URLSearchParams({
    clinicId: ids.clinic,
    serviceTypeId: ids.service,
    providerId: ids.provider,
    patientId: ids.patient,
    date: FROM,
    durationMinutes: '45',
  });
