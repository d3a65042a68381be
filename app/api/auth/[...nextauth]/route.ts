import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/next-auth';

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = async (request: Request, context: Context): Promise<Response> =>
  NextAuth(request as never, { params: await context.params } as never, authOptions());

export { handler as GET, handler as POST };
