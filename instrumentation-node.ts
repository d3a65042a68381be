const OLDEST_NODE = { major: 22, minor: 13 };

/** Refuses to start where the server could not run, else prepares what it needs. */
export async function startServer(): Promise<void> {
  // Before the database driver is loaded: on an older Node it ends the process without a word.
  refuseOldNode(process.versions.node);
  const { prepareServer } = await import('@/lib/auth/prepare-server');
  await prepareServer();
}

function refuseOldNode(version: string) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough =
    major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor);
  if (isNewEnough) return;
  console.error(
    `Takt needs Node ${OLDEST_NODE.major}.${OLDEST_NODE.minor} or newer to run, this is Node ${version}. Start it with "npm start".`,
  );
  process.exit(1);
}
