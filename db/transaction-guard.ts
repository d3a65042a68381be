import { AsyncLocalStorage } from 'node:async_hooks';
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';

const insideTransaction = new AsyncLocalStorage<true>();

/** Runs `work` marked as inside a transaction, where the outer handle must not be used. */
export const markTransaction = <T>(work: () => Promise<T>): Promise<T> => insideTransaction.run(true, work);

export const isInsideTransaction = (): boolean => insideTransaction.getStore() === true;

/**
 * SQLite has one connection: a query on the outer handle inside a transaction waits for that transaction,
 * which waits for the query, for good. So the outer handle throws there, on both databases alike.
 */
export class OuterHandleGuard implements KyselyPlugin {
  transformQuery({ node }: PluginTransformQueryArgs) {
    if (isInsideTransaction()) {
      throw new Error(
        'The outer database handle was used inside a transaction; use the transaction’s scope.',
      );
    }
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result;
  }
}
