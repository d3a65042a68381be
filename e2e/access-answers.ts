import { WHO, type Who } from './people';

/** A status, or where a person is sent. */
export type Answer = number | `to ${string}`;
export type Answers = Record<Who, Answer>;

export interface Asked {
  /** What is asked for, when one address is asked for in several ways. */
  what?: string;
  path: string;
  data?: unknown;
  /** The content type, where it is not JSON. */
  sentAs?: string;
  answers: Answers;
}

/** An id that nobody has: the answer to it is the answer to a foreign one. */
export const NOBODYS_ID = '01890000-0000-7000-8000-000000000000';

export const everybody = (answer: Answer): Answers =>
  // Each of WHO is a key.
  Object.fromEntries(WHO.map((who) => [who, answer])) as Answers;

/** For a page: who is not signed in goes to sign in. */
export const page = (answers: Omit<Answers, 'visitor' | 'former'>): Answers => ({
  visitor: 'to /sign-in',
  former: 'to /sign-in',
  ...answers,
});

export const staffPage = page({ viewer: 200, provider: 200, scheduler: 200, admin: 200, stranger: 200 });
export const bookersPage = page({ viewer: 403, provider: 403, scheduler: 200, admin: 200, stranger: 200 });
/** The provider's own record; another tenant does not find it. */
export const ownRecord = page({ viewer: 200, provider: 200, scheduler: 200, admin: 200, stranger: 404 });
export const othersRecord = page({ viewer: 200, provider: 404, scheduler: 200, admin: 200, stranger: 404 });
export const nobodysRecord = page({ viewer: 404, provider: 404, scheduler: 404, admin: 404, stranger: 404 });

export const bookersRoute: Answers = {
  visitor: 401,
  former: 401,
  viewer: 403,
  provider: 403,
  scheduler: 200,
  admin: 200,
  stranger: 400,
};

/** What a booker sends is not read, whoever they are. */
export const unread = (status: number): Answers => ({
  ...bookersRoute,
  scheduler: status,
  admin: status,
  stranger: status,
});

/** About a record: another tenant does not find it. */
export const schedulersRoute: Answers = { ...bookersRoute, stranger: 404 };

export const staffRoute: Answers = { ...bookersRoute, viewer: 200, provider: 200, stranger: 200 };

export const ODD_IDS = ['%00', "';drop table package;--", '..%2f..', 'x'.repeat(500), 'مرحبا'];

export const records = (folder: string, ids: { own: string; others: string }): Asked[] => [
  { what: 'own', path: `/${folder}/${ids.own}`, answers: ownRecord },
  { what: 'another provider’s', path: `/${folder}/${ids.others}`, answers: othersRecord },
  { what: 'nobody’s', path: `/${folder}/${NOBODYS_ID}`, answers: nobodysRecord },
  ...ODD_IDS.map((id) => ({
    what: `odd id ${id.slice(0, 20)}`,
    path: `/${folder}/${id}`,
    answers: nobodysRecord,
  })),
];

/** Everyone has the lists as a file, each of what they may see. */
export const listFile: Answers = { ...staffRoute, visitor: 'to /sign-in' };

/** A file beside the pages: who is not signed in at all is sent to sign in like for a page. */
export const problemFile: Answers = { ...bookersRoute, visitor: 'to /sign-in', stranger: 404 };
