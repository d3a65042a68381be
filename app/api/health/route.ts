import { isDatabaseReachable } from '@/db/system';

/** For load balancers and scripts: 200 when this instance can serve, 503 while its database is away. */
export async function GET(): Promise<Response> {
  const isReachable = await isDatabaseReachable();
  return Response.json(
    { status: isReachable ? 'ok' : 'database_unreachable' },
    { status: isReachable ? 200 : 503 },
  );
}

export const dynamic = 'force-dynamic';
