// `npm run bench:calendar`: how evenly the calendar of a very full day is drawn while it scrolls and while a
// visit is dragged over it, in the production build.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page, request } from '@playwright/test';
import { openSession } from '@/e2e/session';
import { addDays } from '@/lib/time/local-date';
import { browserFlags, ensureBrowser, findBrowser } from '@/scripts/browser.mjs';
import { ensureBuild } from '@/scripts/build.mjs';
import { findFreePort } from '@/scripts/machine.mjs';
import { startProduct } from '@/scripts/product.mjs';
import { fillBusyDay, PROVIDERS, SIGN_IN, VISITS_EACH } from './busy-day';
import { type FrameCosts, frameCostsOf, TRACED } from './frame-costs';

const STEPS = 240;
const STEP_MS = 16;

/** As text, since it is for the browser: a page that asks for every frame is given every frame. */
const TICK = '(function tick() { requestAnimationFrame(tick); })()';

async function framesWhile(page: Page, work: () => Promise<void>): Promise<FrameCosts> {
  await browser.startTracing(page, { categories: TRACED });
  await work();
  return frameCostsOf(String(await browser.stopTracing()));
}

const pause = (page: Page) => page.waitForTimeout(STEP_MS);

/** Forth and back, never so far that the board has come to its end and stands still. */
async function scroll(page: Page, direction: 'down' | 'across'): Promise<void> {
  const turns = direction === 'down' ? 6 : 2;
  for (let step = 0; step < STEPS; step++) {
    const by = Math.floor((step * turns) / STEPS) % 2 === 0 ? 20 : -20;
    await page.mouse.wheel(direction === 'across' ? by : 0, direction === 'down' ? by : 0);
    await pause(page);
  }
}

async function drag(page: Page): Promise<void> {
  for (let step = 0; step < STEPS; step++) {
    const angle = (step / STEPS) * 4 * Math.PI;
    await page.mouse.move(760 + 420 * Math.sin(angle), 540 + 240 * Math.sin(angle * 1.7));
    await pause(page);
  }
}

const line = (name: string, cells: readonly string[]) =>
  name.padEnd(18) + cells.map((cell) => cell.padStart(9)).join('');
const heads = ['frames', 'gap', 'gap p95', 'late', 'cost', 'cost p95', 'script', 'layout', 'paint', 'raster'];
function row(name: string, { count, late, ...ms }: FrameCosts): string {
  const { gapMedian, gapP95, costMedian, costP95, script, layout, paint, raster } = ms;
  const shown = (value: number) => value.toFixed(1);
  return line(name, [
    String(count),
    ...[gapMedian, gapP95].map(shown),
    String(late),
    ...[costMedian, costP95, script, layout, paint, raster].map(shown),
  ]);
}

if (!(await ensureBuild())) throw new Error('The product was not built.');
await ensureBrowser();
const folder = mkdtempSync(join(tmpdir(), 'takt-bench-'));
const databaseUrl = `file:${join(folder, 'takt.db')}`;
const date = addDays(new Date().toISOString().slice(0, 10), 7);
await fillBusyDay(databaseUrl, date);
const secret = randomBytes(32).toString('hex');
const product = await startProduct({ databaseUrl, port: await findFreePort(), secret });
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
try {
  const door = await request.newContext({ baseURL: product.url });
  const context = await browser.newContext({ baseURL: product.url, viewport: { width: 1440, height: 900 } });
  await context.addCookies(await openSession(door, SIGN_IN));
  const page = await context.newPage();
  await page.goto(`/calendar?date=${date}`);
  await page
    .locator('[data-visit]')
    .nth(PROVIDERS * VISITS_EACH - 1)
    .waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');

  console.info(`${PROVIDERS} providers, ${PROVIDERS * VISITS_EACH} visits\n`);
  console.info(line('', heads));
  await page.evaluate(TICK);
  await page.mouse.move(760, 540);
  console.info(row('standing still', await framesWhile(page, () => page.waitForTimeout(STEPS * STEP_MS))));
  console.info(row('scrolling down', await framesWhile(page, () => scroll(page, 'down'))));
  console.info(row('scrolling across', await framesWhile(page, () => scroll(page, 'across'))));
  const held = page.locator('[data-visit]').nth(3);
  await held.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const card = await held.boundingBox();
  if (!card) throw new Error('There is no card to drag.');
  await page.mouse.move(card.x + 40, card.y + 10);
  await page.mouse.down();
  await page.mouse.move(card.x + 60, card.y + 30, { steps: 4 });
  await page.locator('[data-painted]').first().waitFor({ state: 'attached' });
  console.info(row('dragging', await framesWhile(page, () => drag(page))));
  await page.keyboard.press('Escape');
  await page.mouse.up();
} finally {
  await browser.close();
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
}
