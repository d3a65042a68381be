import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/i18n.ts');

/** No page of ours belongs into a frame of another's, and no address of ours into another's log. */
const SECURITY_HEADERS = [
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  {
    key: 'Content-Security-Policy',
    value: "base-uri 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'",
  },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  // Heard over https only.
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
];

/** The component library brings the few words it speaks in 34 languages; ours are two. */
const WORDS_OF_OTHERS = /react-aria(-components)?\/dist\/private\/intl\/(.+\/)?(?!en-US|ar-AE)[\w-]+\.m?js$/;

const config: NextConfig = {
  ...(process.env.NEXT_STANDALONE === '1' ? { output: 'standalone' as const } : {}),
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  typedRoutes: true,
  poweredByHeader: false,
  serverExternalPackages: ['better-sqlite3', 'pg', '@node-rs/argon2', 'pino'],
  turbopack: {
    rules: { '*.{js,mjs}': { condition: { path: WORDS_OF_OTHERS }, loaders: ['./scripts/no-words.cjs'] } },
  },
  // What is sent is kept for whoever answers: as much of it as any of them may read.
  experimental: { authInterrupts: true, proxyClientMaxBodySize: '1mb' },
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
};

export default withNextIntl(config);
