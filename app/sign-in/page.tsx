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

/** Only a path of ours: anything else could lead a person, freshly signed in, to a foreign site. */
function ownPath(from: string | string[] | undefined): string {
  return typeof from === 'string' && /^\/(?![/\\])/.test(from) ? from : '/';
}
