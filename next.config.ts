import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/i18n.ts');

const config: NextConfig = {
  ...(process.env.NEXT_STANDALONE === '1' ? { output: 'standalone' as const } : {}),
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  typedRoutes: true,
  poweredByHeader: false,
  serverExternalPackages: ['better-sqlite3', 'pg', '@node-rs/argon2', 'pino'],
  experimental: { authInterrupts: true },
};

export default withNextIntl(config);
