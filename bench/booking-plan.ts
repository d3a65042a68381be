// `npm run bench:booking`: how long the plan beside the package form takes, from the last key or press to the
// new plan on the screen, in the production build on the demo data.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page, request } from '@playwright/test';
import type { Draft } from '@/components/booking/booking-draft';
import type { BookingForm } from '@/components/booking/booking-form';
import { findSignIn, openSession } from '@/e2e/session';
import { addDays } from '@/lib/time/local-date';
import { browserFlags, ensureBrowser, findBrowser } from '@/scripts/browser.mjs';
import { ensureBuild } from '@/scripts/build.mjs';
import { findFreePort } from '@/scripts/machine.mjs';
import { seed, startProduct } from '@/scripts/product.mjs';

const RUNS = Number(process.env.RUNS ?? 24);
const WARM_UP = 3;
const PROMISED_MS = 300;

/** What a form says besides patient, clinic and service; `pool` are all providers who are qualified. */
interface Case {
  name: string;
  fields: (pool: string[]) => Partial<BookingForm>;
  /** One more change that no form before it had. */
  change: (page: Page, run: number) => Promise<void>;
}

const one = ([first = '']: string[]): Partial<BookingForm> => ({ strategy: 'one', providerId: first });
const inPool = (pool: string[], count: number): Partial<BookingForm> => ({
  strategy: 'per_session',
  perSession: Array.from({ length: count }, () => ({ providerIds: pool, note: '' })),
});
const aYear = (form: Partial<BookingForm>): Partial<BookingForm> => ({
  ...form,
  endDate: addDays(new Date().toISOString().slice(0, 10), 364),
});

/** Two digits into the box of the length, each time other ones. */
const typeLength = async (page: Page, run: number) => {
  await page.locator('#booking-durationMinutes').selectText();
  await page.keyboard.type(String(30 + (run % 30)), { delay: 90 });
};
/** The days of the week on and off in the order in which they make 2 to the 7 different weeks. */
const pressDay = async (page: Page, run: number) => {
  const day = Math.log2((run + 1) & -(run + 1)) % 7;
  await page.locator('[data-days] label').nth(day).click();
};

const CASES: Case[] = [
  {
    name: '12 sessions, a key',
    fields: (pool) => ({ ...one(pool), sessionCount: '12' }),
    change: typeLength,
  },
  { name: '12 sessions, a day', fields: (pool) => ({ ...one(pool), sessionCount: '12' }), change: pressDay },
  {
    name: '24, twice a week, pool',
    fields: (pool) => ({ ...inPool(pool, 24), sessionCount: '24', maxPerWeek: '2' }),
    change: typeLength,
  },
  {
    name: '24, twice, too short',
    fields: (pool) => ({ ...one(pool), sessionCount: '24', maxPerWeek: '1' }),
    change: typeLength,
  },
  {
    name: '100 in a year, pool',
    fields: (pool) => aYear({ ...inPool(pool, 100), sessionCount: '100' }),
    change: typeLength,
  },
  {
    name: '100 in 90 days, pool',
    fields: (pool) => ({ ...inPool(pool, 100), sessionCount: '100' }),
    change: typeLength,
  },
];

/** Opens the form as if all that had been typed, by way of what the tab keeps of it. */
async function openForm(page: Page, fieldsOf: Case['fields']): Promise<void> {
  await page.goto('/bookings/new');
  await page.evaluate(() => sessionStorage.clear());
  await page.reload({ waitUntil: 'networkidle' });
  await page.locator('#booking-clinicId').selectOption({ index: 1 });
  await page.locator('#booking-serviceTypeId').selectOption({ label: 'Speech therapy' });
  const pool = await page
    .locator('#booking-providerId option')
    .evaluateAll((options) => options.flatMap((option) => (option as HTMLOptionElement).value || []));
  const found = await page.request.get('/api/patients/search?query=an');
  const { patients } = await found.json();
  // What is typed at one address is the only thing that the tab keeps.
  const [[storage, kept] = ['', '']] = await page.evaluate(() => Object.entries(sessionStorage));
  const draft: Draft = JSON.parse(kept);
  const patient = { id: patients[0].id, label: patients[0].name };
  const form = { ...draft.form, patient, isCountTyped: true, isDurationTyped: true, ...fieldsOf(pool) };
  await page.evaluate(
    ([key = '', text = '']) => sessionStorage.setItem(key, text),
    [storage, JSON.stringify({ ...draft, form })],
  );
  await page.reload({ waitUntil: 'networkidle' });
  await page.locator('[aria-busy="false"] table tbody tr').first().waitFor();
}

/** Milliseconds from the last key or press to the frame that shows the plan of it, and what of it was the answer. */
async function timeOf(page: Page, change: () => Promise<void>): Promise<{ shown: number; asked: number }> {
  await page.evaluate(() => {
    performance.clearResourceTimings();
    const seen = { last: 0, shown: 0 };
    Object.assign(window, { seen });
    const hear = ({ timeStamp }: Event) => Object.assign(seen, { last: timeStamp, shown: 0 });
    for (const name of ['keydown', 'pointerdown']) window.addEventListener(name, hear, { capture: true });
    const look = (time: number) => {
      const isBusy = document.querySelector('[aria-busy="true"]') !== null;
      if (isBusy) seen.shown = 0;
      else if (seen.shown === 0) seen.shown = time;
      if (Object.is(Reflect.get(window, 'seen'), seen)) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await change();
  // Long enough for the slowest: the frame that counts is the one in which the plan came to rest.
  await page.waitForTimeout(700);
  await page.locator('[aria-busy="false"]').first().waitFor();
  return page.evaluate(() => {
    const { last, shown } = Reflect.get(window, 'seen');
    const [answer] = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/api/plan'))
      .slice(-1);
    Reflect.deleteProperty(window, 'seen');
    return { shown: shown - last, asked: answer?.duration ?? 0 };
  });
}

const columns = (...cells: string[]) =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(26) : cell.padStart(11))).join('');
const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

if (!(await ensureBuild())) throw new Error('The product was not built.');
await ensureBrowser();
const folder = mkdtempSync(join(tmpdir(), 'takt-bench-'));
const databaseUrl = process.env.DATABASE_URL ?? `file:${join(folder, 'takt.db')}`;
const filled = await seed(databaseUrl);
if (filled === 'has data already') throw new Error('The database must be empty: it is filled with the demo.');
const secret = randomBytes(32).toString('hex');
const product = await startProduct({ databaseUrl, port: await findFreePort(), secret });
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
try {
  const door = await request.newContext({ baseURL: product.url });
  const context = await browser.newContext({ baseURL: product.url, viewport: { width: 1440, height: 900 } });
  await context.addCookies(await openSession(door, findSignIn(filled.signIns, 'scheduler')));
  // What runs these files keeps the names of functions by a helper that a page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  console.info(columns('', 'median ms', 'p95 ms', 'most ms', `over ${PROMISED_MS}`, 'answer ms', 'rows'));
  for (const { name, fields, change } of CASES) {
    await openForm(page, fields);
    const times: { shown: number; asked: number }[] = [];
    for (let run = 0; run < RUNS + WARM_UP; run++) {
      const time = await timeOf(page, () => change(page, run));
      if (run >= WARM_UP) times.push(time);
    }
    const shown = times.map((time) => time.shown).sort((a, b) => a - b);
    const asked = times.map((time) => time.asked).sort((a, b) => a - b);
    const rows = await page.locator('table tbody tr[id]').count();
    console.info(
      columns(
        name,
        at(shown, 0.5).toFixed(0),
        at(shown, 0.95).toFixed(0),
        at(shown, 1).toFixed(0),
        `${shown.filter((time) => time > PROMISED_MS).length} of ${shown.length}`,
        at(asked, 0.5).toFixed(0),
        `${rows}`,
      ),
    );
  }
} finally {
  await browser.close();
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
}
