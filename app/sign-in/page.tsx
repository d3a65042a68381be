import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signedIn } from '@/app/session';
import { SignIn } from './sign-in';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title') };
}

export default async function SignInRoute({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  if (await signedIn()) redirect('/');
  const { from } = await searchParams;
  return <SignIn from={ownPath(from)} />;
}

/**
 * Only a path of ours: anything else could lead a person, freshly signed in, to a foreign site. Parsed as a
 * browser parses it, which drops tabs and line breaks and reads `\\` as `/`.
 */
function ownPath(from: string | string[] | undefined): string {
  const here = 'http://takt.invalid';
  if (typeof from !== 'string' || !from.startsWith('/') || !URL.canParse(from, here)) return '/';
  const url = new URL(from, here);
  return url.origin === here ? url.pathname + url.search : '/';
}
