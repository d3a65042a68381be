import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    include: ['{app,bench,components,db,lib,messages,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: ['./scripts/vitest-postgres.mjs'],
  },
});
