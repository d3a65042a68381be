import NextAuth from 'next-auth';
import { problem } from '@/app/problem';
import { authOptions } from '@/lib/auth/next-auth';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth answers what it cannot read as if the server had failed; here the caller is told. */
async function handler(request: Request, context: Context): Promise<Response> {
  const params = await context.params;
  const isRead = request.method === 'GET';
  if (isRead && params.nextauth[0] === 'callback') return problem(404, 'not_found');
  if (!isRead && !(await isReadable(request.clone()))) return problem(400, 'unreadable_body');
  return NextAuth(request as never, { params } as never, authOptions());
}

async function isReadable(request: Request): Promise<boolean> {
  const isJson = request.headers.get('content-type')?.includes('application/json') ?? false;
  try {
    return isJson ? isRecord(await request.json()) : (await request.formData()) !== null;
  } catch {
    return false; // neither JSON nor a form: the caller is told so
  }
}

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export { handler as GET, handler as POST };
