/** Runs once when a server starts; all of it is Node.js business, so it is loaded there only. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startServer } = await import('./instrumentation-node');
    await startServer();
  }
}
