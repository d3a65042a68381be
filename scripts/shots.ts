// `npm run shots`: photographs every page in every size, theme and language into shots/.
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type Cookie, chromium, request } from '@playwright/test';
import * as z from 'zod';
import { PAGES, type PageToSee } from '../e2e/pages';
import { findSignIn, openSession, type Role } from '../e2e/session';
import { browserFlags, ensureBrowser, findBrowser } from './browser.mjs';
import { ensureBuild } from './build.mjs';
import { writeContactSheets } from './contact-sheet';
import { findFreePort } from './machine.mjs';
import { type Look, photograph, type Shot, SIZES } from './photograph';
import { type SignIn, seed, startProduct } from './product.mjs';
import { root, stopAll } from './toolbox.mjs';

const HELP = `npm run shots -- [--page NAME]… [--size 1440|1024|390]… [--lang en|ar]… [--theme light|dark]… [--full] [--url URL]

  --full  the whole page, also what is below the screen
  --url   a running demo instead of a server of its own; its sign-ins are read from data/demo-sign-ins.json

Pages: ${PAGES.map(({ name }) => name).join(', ')}`;

const folder = join(root, 'shots');
const Sizes = z.array(z.enum(['1440', '1024', '390']));
const Languages = z.array(z.enum(['en', 'ar']));
const Themes = z.array(z.enum(['light', 'dark']));
const SignIns = z.array(
  z.object({ role: z.string(), email: z.string(), password: z.string(), tenant: z.string() }),
);

const undo: (() => unknown)[] = [stopAll];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await cleanUp();
    process.exit(130);
  });
}

const options = readOptions();
if (options.help) console.log(HELP);
else process.exitCode = await takeShots().finally(cleanUp);

function readOptions() {
  const many = { type: 'string', multiple: true } as const;
  const { values } = parseArgs({
    options: {
      page: many,
      size: many,
      lang: many,
      theme: many,
      url: { type: 'string' },
      full: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    help: values.help,
    url: values.url,
    isFullPage: values.full,
    pages: PAGES.filter(({ name }) => values.page?.includes(name) ?? true),
    sizes: Sizes.parse(values.size ?? Object.keys(SIZES)),
    languages: Languages.parse(values.lang ?? ['en', 'ar']),
    themes: Themes.parse(values.theme ?? ['light', 'dark']),
  };
}

async function takeShots(): Promise<number> {
  if (options.pages.length === 0) throw new Error(`No such page.\n${HELP}`);
  await ensureBrowser();
  const product = options.url ? await joinDemo(options.url) : await startOwn();
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
  undo.push(() => browser.close());
  await mkdir(folder, { recursive: true });
  const shots = await photographAll(browser, product);
  const pictures = await writeContactSheets(browser, folder, shots);
  const faulty = shots.filter(({ faults }) => faults.length > 0);
  for (const { file, faults } of faulty) console.log(`${file}: ${faults.join('; ')}`);
  console.log(`${shots.length} photographs, ${faulty.length} with faults: ${join(folder, 'index.html')}`);
  for (const picture of pictures) console.log(picture);
  return faulty.length > 0 ? 1 : 0;
}

async function photographAll(browser: Browser, product: { url: string; signIns: SignIn[] }): Promise<Shot[]> {
  const sessions = new Map<Role, Cookie[]>();
  const cookiesOf = async ({ role }: PageToSee) => {
    if (!role) return [];
    const cookies = sessions.get(role) ?? (await signIn(product, role));
    sessions.set(role, cookies);
    return cookies;
  };
  const studio = { browser, url: product.url, folder, isFullPage: options.isFullPage, cookiesOf };
  const shots: Shot[] = [];
  for (const look of looks()) {
    shots.push(...(await photograph(studio, look, options.pages)));
    console.log(`${look.language}, ${look.theme}, ${look.size}`);
  }
  return shots;
}

function looks(): Look[] {
  return options.languages.flatMap((language) =>
    options.themes.flatMap((theme) => options.sizes.map((size) => ({ language, theme, size }))),
  );
}

async function signIn({ url, signIns }: { url: string; signIns: SignIn[] }, role: Role): Promise<Cookie[]> {
  const context = await request.newContext({ baseURL: url });
  const cookies = await openSession(context, findSignIn(signIns, role));
  await context.dispose();
  return cookies;
}

async function joinDemo(url: string) {
  const signIns = await readFile(join(root, 'data', 'demo-sign-ins.json'), 'utf8');
  return { url, signIns: SignIns.parse(JSON.parse(signIns)) };
}

async function startOwn() {
  if (!(await ensureBuild())) throw new Error('There is no build to photograph: see above.');
  const temporary = await mkdtemp(join(tmpdir(), 'takt-shots-'));
  undo.unshift(() => rm(temporary, { recursive: true, force: true }));
  const databaseUrl = `file:${join(temporary, 'shots.db')}`;
  const filled = await seed(databaseUrl);
  if (filled === 'has data already') throw new Error(`${databaseUrl} is not empty.`);
  const secret = randomBytes(32).toString('hex');
  const { url } = await startProduct({ databaseUrl, port: await findFreePort(), secret });
  return { url, signIns: filled.signIns };
}

async function cleanUp() {
  for (const step of undo.splice(0).toReversed()) await step();
}
