'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { LanguageSwitch } from '@/components/shell/language-switch';
import { Wordmark } from '@/components/shell/wordmark';
import type { SignInState } from '@/components/sign-in/sign-in-form';
import { SignInPage } from '@/components/sign-in/sign-in-page';

export function SignIn({ from }: { from: string }) {
  const common = useTranslations('common');
  async function submit(_: SignInState, form: FormData): Promise<SignInState> {
    const field = (name: string) => String(form.get(name) ?? '');
    const email = field('email');
    const answer = await signIn('credentials', {
      email,
      password: field('password'),
      ...(form.get('tenant') ? { tenant: field('tenant') } : {}),
      redirect: false,
    });
    if (answer?.ok && !answer.error) {
      // A full load, so that nothing of a former user's pages is left in memory.
      window.location.assign(from);
      return { email };
    }
    return { ...stateOf(answer?.error ?? ''), email };
  }
  return (
    <SignInPage
      action={submit}
      from={from}
      wordmark={<Wordmark name={common('appName')} className="self-start" />}
      languageSwitch={<LanguageSwitch />}
    />
  );
}

/** next-auth passes a refusal as one text: `throttled:420`, `choose_tenant:[{"slug":…,"name":…}]`. */
function stateOf(error: string): SignInState {
  const [code, ...rest] = error.split(':');
  const detail = rest.join(':');
  if (code === 'throttled') return { error: 'throttled', retryInSeconds: Number(detail) };
  if (code === 'choose_tenant') return { error: 'choose_tenant', tenants: JSON.parse(detail) };
  return { error: 'invalid' };
}
