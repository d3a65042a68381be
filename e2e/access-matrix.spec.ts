import type { APIRequestContext, APIResponse } from '@playwright/test';
import { ACTIONS } from './access-actions';
import { type Asked, NOBODYS_ID } from './access-answers';
import { FROM, withIds } from './access-forms';
import { PAGES } from './access-pages';
import { ROUTES } from './access-routes';
import { test as base, expect } from './fixtures';
import { findIds, type KnownIds } from './known-ids';
import { callAction, callPeople, type People, WHO } from './people';
import { actionIds, listActions, listPages, listRoutes } from './surface';

// Requests only: what is refused here is refused to every screen.
const test = base.extend<object, { people: People; ids: KnownIds }>({
  people: [
    async ({ playwright, product }, provide) => {
      const people = await callPeople(playwright, product);
      await provide(people);
      for (const person of Object.values(people)) await person.dispose();
    },
    { scope: 'worker' },
  ],
  ids: [async ({ people }, provide) => provide(await findIds(people)), { scope: 'worker' }],
});

test('every page, route and action of the product is in the matrix', () => {
  expect(Object.keys(PAGES).sort()).toEqual(listPages().sort());
  expect(Object.keys(ROUTES).sort()).toEqual(listRoutes().sort());
  expect(Object.keys(ACTIONS).sort()).toEqual(listActions().sort());
  expect([...actionIds().keys()].sort()).toEqual(listActions().sort());
});

for (const [file, askedOf] of Object.entries(PAGES)) {
  test(`page ${file} answers to each as it should`, async ({ people, ids }) => {
    for (const asked of askedOf(ids)) await expectAnswers(people, { method: 'GET', asked });
  });
}

for (const [route, askedOf] of Object.entries(ROUTES)) {
  const [method = 'GET'] = route.split(' ');
  test(`route ${route} answers to each as it should`, async ({ people, ids }) => {
    for (const asked of askedOf(ids)) await expectAnswers(people, { method, asked });
  });
}

for (const [action, { mayCall, input }] of Object.entries(ACTIONS)) {
  test(`action ${action} is for those who may`, async ({ people, ids }) => {
    const outcomes = await Promise.all(
      WHO.map(async (who) => {
        // Whoever may not must be refused with an input that would work; for the others a faulty one shows it.
        const sent = mayCall.includes(who) ? { nothing: 'of use' } : (input?.(ids) ?? {});
        const { returned } = await callAction(people[who], { action, input: [sent] });
        return [who, kindOf(returned)];
      }),
    );
    expect(Object.fromEntries(outcomes)).toEqual(
      Object.fromEntries(
        WHO.map((who) => {
          if (who === 'visitor' || who === 'former') return [who, 'signed_out'];
          return [who, mayCall.includes(who) ? 'invalid_input' : 'forbidden'];
        }),
      ),
    );
  });

  if (!input) continue;
  test(`action ${action} knows no ids of another tenant`, async ({ people, ids }) => {
    const foreign = await callAction(people.stranger, { action, input: [input(ids)] });
    const unknown = await callAction(people.stranger, { action, input: [input(withIds(NOBODYS_ID))] });
    expect(['invalid_input', 'not_found']).toContain(kindOf(foreign.returned));
    expect(foreign).toEqual(unknown);
  });
}

test('what was refused has left nothing behind', async ({ people, ids }) => {
  const { input } = ACTIONS['app/(staff)/bookings/new/actions.ts#savePackage'] ?? {};
  const { input: visit } = ACTIONS['app/(staff)/bookings/new/actions.ts#bookAppointment'] ?? {};
  for (const who of ['visitor', 'former', 'viewer', 'provider', 'stranger'] as const) {
    await callAction(people[who], {
      action: 'app/(staff)/bookings/new/actions.ts#savePackage',
      input: [input?.(ids)],
    });
    await callAction(people[who], {
      action: 'app/(staff)/bookings/new/actions.ts#bookAppointment',
      input: [visit?.(ids)],
    });
  }
  for (const who of ['scheduler', 'stranger'] as const) {
    const packages = await (await people[who].get(`/packages?from=${FROM}&to=${FROM}`)).text();
    expect(packages).toContain('No package matches');
    const day = await (await people[who].get(`/calendar?date=${FROM}`)).text();
    expect(day).not.toContain('href="/appointments/');
  }
});

test('another tenant’s record answers exactly like one that never was', async ({ people, ids }) => {
  const paths = (id: string, patient: string) => [
    `/packages/${id}`,
    `/appointments/${id}`,
    `/packages/${id}/problem`,
    `/bookings/new?patient=${patient}`,
  ];
  const unknown = paths(NOBODYS_ID, NOBODYS_ID);
  const foreign = [...paths(ids.package, ids.patient)];
  foreign[1] = `/appointments/${ids.appointment}`;
  for (const [index, path] of foreign.entries()) {
    const id = /[\w-]{36}/.exec(path)?.[0] ?? '';
    expect(await said(people.stranger, path, id), path).toEqual(
      await said(people.stranger, unknown[index] ?? '', NOBODYS_ID),
    );
  }
  // The same wall stands before a provider and the records of colleagues.
  expect(await said(people.provider, `/packages/${ids.othersPackage}`, ids.othersPackage)).toEqual(
    await said(people.provider, `/packages/${NOBODYS_ID}`, NOBODYS_ID),
  );
  expect(
    await said(people.provider, `/appointments/${ids.othersAppointment}`, ids.othersAppointment),
  ).toEqual(await said(people.provider, `/appointments/${NOBODYS_ID}`, NOBODYS_ID));
});

test('a question with another tenant’s ids is answered like one with ids that never were', async ({
  people,
  ids,
}) => {
  for (const route of [
    'POST app/api/plan/route.ts',
    'POST app/api/plan/moves/route.ts',
    'GET app/api/free-times/route.ts',
  ]) {
    const [method = 'GET'] = route.split(' ');
    const [foreign] = ROUTES[route]?.(ids) ?? [];
    const [unknown] = ROUTES[route]?.(withIds(NOBODYS_ID)) ?? [];
    if (!foreign || !unknown) throw new Error(`${route} is not in the matrix.`);
    const [one, other] = await Promise.all(
      [foreign, unknown].map((asked) => ask(people.stranger, { method, asked })),
    );
    expect(await one?.json()).toEqual(await other?.json());
  }
});

const ask = (
  person: APIRequestContext,
  { method, asked }: { method: string; asked: Asked },
): Promise<APIResponse> =>
  person.fetch(asked.path, {
    method,
    ...(asked.data === undefined ? {} : { data: asked.data }),
    ...(asked.sentAs === undefined ? {} : { headers: { 'content-type': asked.sentAs } }),
  });

async function expectAnswers(
  people: People,
  { method, asked }: { method: string; asked: Asked },
): Promise<void> {
  const responses = await Promise.all(
    WHO.map(async (who) => [who, await ask(people[who], { method, asked })] as const),
  );
  const answers = responses.map(([who, response]) => [who, answerOf(response)]);
  expect(Object.fromEntries(answers), asked.what ?? asked.path).toEqual(asked.answers);
  for (const [, response] of responses) await expectProblem(response);
}

function answerOf(response: APIResponse): number | string {
  const { location } = response.headers();
  if (location === undefined) return response.status();
  return `to ${new URL(location, response.url()).pathname}`;
}

/** What a program is refused, it is told in the form of RFC 9457. */
async function expectProblem(response: APIResponse): Promise<void> {
  const isForPrograms = /\/api\/(?!auth)|\/problem$/.test(new URL(response.url()).pathname);
  if (!isForPrograms || response.status() < 400) return;
  expect(response.headers()['content-type']).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({ status: response.status(), code: expect.any(String) });
}

/**
 * Status and body, the id itself left out. The parts of a page are streamed as they become ready, each with a
 * number of its own: neither tells anything, so both are left out too.
 */
async function said(person: APIRequestContext, path: string, id: string) {
  const response = await person.get(path);
  const body = (await response.text()).replaceAll(id, 'ID');
  const streamed = [...body.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)]
    .map(([, text = '""']) => JSON.parse(text))
    .join('');
  return {
    status: response.status(),
    shown: body.replaceAll(/<script\b.*?<\/script>/gs, ''),
    parts: streamed
      .replaceAll(/^[0-9a-f]+:|\$[L@]?[0-9a-f]+/gm, '')
      .split('\n')
      .sort(),
  };
}

/** `invalid_input`, `forbidden` …, or `ok`. */
function kindOf(returned: unknown): string {
  if (typeof returned !== 'object' || returned === null) return String(returned);
  if ('error' in returned && typeof returned.error === 'object' && returned.error !== null) {
    return 'kind' in returned.error ? String(returned.error.kind) : 'refused';
  }
  return 'ok';
}
