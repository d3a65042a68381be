import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type SignInAction, SignInForm } from './sign-in-form';

type SignInPageProps = {
  action: SignInAction;
  from?: string;
  /** The session ended by itself. */
  hasExpired?: boolean;
  wordmark: ReactNode;
  languageSwitch: ReactNode;
};

/** The whole page: one column, one thing to do. */
export function SignInPage({ action, from, hasExpired, wordmark, languageSwitch }: SignInPageProps) {
  const t = useTranslations('signIn');
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 items-center justify-end px-4">{languageSwitch}</header>
      <main className="mx-auto flex w-full max-w-[368px] grow flex-col px-6 pt-[6vh] pb-16 sm:pt-[12vh]">
        {wordmark}
        <h1 className="mt-8 text-xl font-semibold tracking-[-0.02em] rtl:tracking-normal">{t('title')}</h1>
        <p className="mt-1 mb-8 text-work text-soft">{hasExpired ? t('expired') : t('tagline')}</p>
        <SignInForm action={action} from={from} />
      </main>
    </div>
  );
}
