import { test as base, type Cookie, expect } from '@playwright/test';
import type { SignIn } from '../scripts/product.mjs';
import { findSignIn, openSession, type Role } from './session';

export type DatabaseKind = 'sqlite' | 'postgres';
export type Product = { url: string; databaseUrl: string; signIns: SignIn[] };
export type Products = Record<DatabaseKind, Product>;
export type ProductOptions = { database: DatabaseKind };

type Fixtures = {
  /** Gives the browser a session of that role, without the form. */
  signIn: (role: Role) => Promise<void>;
};
type WorkerFixtures = ProductOptions & { product: Product };

/** One session per product and role is enough for a worker's tests. */
const sessions = new Map<string, Cookie[]>();

export const test = base.extend<Fixtures, WorkerFixtures>({
  database: ['sqlite', { option: true, scope: 'worker' }],
  product: [async ({ database }, provide) => provide(readProducts()[database]), { scope: 'worker' }],
  baseURL: async ({ product }, provide) => provide(product.url),
  signIn: async ({ context, playwright, product }, provide) => {
    await provide(async (role) => {
      const key = `${role} of ${product.url}`;
      const request = await playwright.request.newContext({ baseURL: product.url });
      const cookies = sessions.get(key) ?? (await openSession(request, findSignIn(product.signIns, role)));
      sessions.set(key, cookies);
      await request.dispose();
      await context.addCookies(cookies);
    });
  },
});

export { expect };

function readProducts(): Products {
  // Written by global-setup.ts, so its shape is known.
  return JSON.parse(process.env.E2E_PRODUCTS ?? '{}');
}
