// Two products for all journeys: one on SQLite, one on PostgreSQL, each filled with the demo clinic.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '../scripts/build.mjs';
import { findFreePort } from '../scripts/machine.mjs';
import { createDatabase, startPostgres } from '../scripts/postgres.mjs';
import { seed, startProduct } from '../scripts/product.mjs';
import { stopAll } from '../scripts/toolbox.mjs';
import type { Products } from './fixtures';

export default async function setup() {
  const undo: (() => unknown)[] = [stopAll];
  const cleanUp = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    if (!(await ensureBuild())) throw new Error('There is no build to test: see above.');
    // One after the other: on two cores nothing is won by doing both at once.
    const products: Products = {
      sqlite: await startFilled(process.env.E2E_SQLITE_URL ?? temporaryFile(undo), undo),
      postgres: await startFilled(process.env.E2E_POSTGRES_URL ?? (await temporaryDatabase(undo)), undo),
    };
    // The workers inherit it.
    process.env.E2E_PRODUCTS = JSON.stringify(products);
  } catch (error) {
    await cleanUp();
    throw error;
  }
  return cleanUp;
}

async function startFilled(databaseUrl: string, undo: (() => unknown)[]) {
  const filled = await seed(databaseUrl);
  if (filled === 'has data already') throw new Error('The journeys begin with an empty database.');
  const secret = randomBytes(32).toString('hex');
  const product = await startProduct({ databaseUrl, port: await findFreePort(), secret });
  undo.push(product.stop);
  return { url: product.url, databaseUrl, signIns: filled.signIns };
}

function temporaryFile(undo: (() => unknown)[]) {
  const folder = mkdtempSync(join(tmpdir(), 'takt-e2e-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'e2e.db')}`;
}

async function temporaryDatabase(undo: (() => unknown)[]) {
  const server = await startPostgres();
  undo.push(server.stop);
  const database = await createDatabase(server.url);
  undo.push(database.drop);
  return database.url;
}
