import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    include: ['{app,bench,components,db,lib,messages,scripts}/**/*.test.{ts,tsx}'],
    // Tests with several processes share two cores with everything else: slow is not wrong.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    globalSetup: ['./scripts/vitest-postgres.mjs'],
  },
});
