import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    include: ['{app,bench,components,db,lib,messages,scripts}/**/*.test.{ts,tsx}'],
    // No test leaves anything in a module: each file has a database of its own, and no code of ours is mocked. So
    // files share their workers, which saves loading everything anew for each.
    isolate: false,
    // One core left free, as is usual, is half of two; most of the time the tests wait for a database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Bounds for what never ends. Tests with several processes share two cores with everything else: slow is not wrong.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    globalSetup: ['./scripts/vitest-postgres.mjs'],
  },
});
