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

const STEPS = 240;
const STEP_MS = 16;

/** Frames while something is done: how long each took, and how long scripts held up the page. */
interface Frames {
  count: number;
  median: number;
  p95: number;
  late: number;
  longTaskMs: number;
}

async function framesWhile(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const seen = { times: [] as number[], longMs: 0, isOver: false };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longMs += duration;
    }).observe({ entryTypes: ['longtask'] });
    const tick = (time: number) => {
      seen.times.push(time);
      if (!seen.isOver) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await work();
  const { times, longMs } = await page.evaluate(() => {
    // Written by the evaluation above.
    const { seen } = window as unknown as { seen: { times: number[]; longMs: number; isOver: boolean } };
    seen.isOver = true;
    return seen;
  });
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time));
  const sorted = [...gaps].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    count: gaps.length,
    median: at(0.5),
    p95: at(0.95),
    // Later than one and a half frames of 60 a second.
    late: gaps.filter((gap) => gap > 25).length,
    longTaskMs: longMs,
  };
}

const pause = (page: Page) => page.waitForTimeout(STEP_MS);

async function scroll(page: Page, direction: 'down' | 'across'): Promise<void> {
  for (let step = 0; step < STEPS; step++) {
    const by = step < STEPS / 2 ? 24 : -24;
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

const columns = (...cells: string[]) =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(24) : cell.padStart(12))).join('');
const row = (name: string, frames: Frames) =>
  columns(
    name,
    String(frames.count),
    frames.median.toFixed(1),
    frames.p95.toFixed(1),
    `${frames.late}`,
    frames.longTaskMs.toFixed(0),
  );

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
  console.info(columns('', 'frames', 'median ms', 'p95 ms', 'late', 'long tasks'));
  await page.mouse.move(760, 540);
  console.info(row('standing still', await framesWhile(page, () => page.waitForTimeout(STEPS * STEP_MS))));
  console.info(row('scrolling down', await framesWhile(page, () => scroll(page, 'down'))));
  console.info(row('scrolling across', await framesWhile(page, () => scroll(page, 'across'))));
  const card = await page.locator('[data-visit]').nth(3).boundingBox();
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
