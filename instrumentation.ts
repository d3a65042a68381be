/** Runs once when a server starts: refuses to start half-ready, and brings the database up to date. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { database } = await import('@/db/client');
  const { migrateToLatest } = await import('@/db/migrate');
  const { sessionSecret } = await import('@/lib/auth/settings');
  try {
    sessionSecret();
    await migrateToLatest(database());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
