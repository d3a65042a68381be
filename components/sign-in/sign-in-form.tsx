'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useActionState, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';

export type SignInState = {
  /** One answer for a wrong password and an unknown email, so that nobody learns which accounts exist. */
  error?: 'invalid' | 'throttled' | 'choose_tenant';
  retryInSeconds?: number;
  /** The organisations that email and password fit to, when there are several. */
  tenants?: readonly { slug: string; name: string }[];
  /** What was typed, so that it is still there. Never the password. */
  email?: string;
};

export type SignInAction = (state: SignInState, form: FormData) => Promise<SignInState>;

type SignInFormProps = {
  /** Reads `email`, `password`, `tenant` (a slug, only after `choose_tenant`) and `from`. */
  action: SignInAction;
  /** The page that was asked for; goes along as a hidden field. */
  from?: string;
};

type Missing = { email?: string; password?: string; tenant?: string };

export function SignInForm({ action, from }: SignInFormProps) {
  const t = useTranslations('signIn');
  const [state, submit, isPending] = useActionState(action, {});
  const [email, setEmail] = useState('');
  // Kept here, because React empties a form's own fields after its action, and the choice of organisation needs it again.
  const [password, setPassword] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [missing, setMissing] = useState<Missing>({});

  function check(event: FormEvent<HTMLFormElement>) {
    const form = new FormData(event.currentTarget);
    const found: Missing = {};
    const address = String(form.get('email') ?? '').trim();
    if (!address) found.email = t('emailMissing');
    else if (!/^\S+@\S+$/.test(address)) found.email = t('emailInvalid');
    if (!form.get('password')) found.password = t('passwordMissing');
    if (state.tenants && !form.get('tenant')) found.tenant = t('organisationMissing');
    setMissing(found);
    if (Object.keys(found).length > 0) event.preventDefault();
  }

  const errors: SummaryError[] = [];
  for (const field of ['email', 'password', 'tenant'] as const) {
    const message = missing[field];
    if (message) errors.push({ fieldId: `sign-in-${field}`, message });
  }
  if (errors.length === 0 && !isPending) {
    if (state.error === 'invalid') errors.push({ fieldId: 'sign-in-password', message: t('invalid') });
    if (state.error === 'throttled') {
      errors.push({
        message: t('throttled', { minutes: Math.max(1, Math.ceil((state.retryInSeconds ?? 60) / 60)) }),
      });
    }
  }

  return (
    <form action={submit} onSubmit={check} noValidate className="flex flex-col gap-4">
      <ErrorSummary title={t('problem')} errors={errors} />
      {from ? <input type="hidden" name="from" value={from} /> : null}
      <TextField
        id="sign-in-email"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        label={t('email')}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        errors={missing.email ? [missing.email] : undefined}
      />
      <TextField
        id="sign-in-password"
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        label={t('password')}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        errors={missing.password ? [missing.password] : undefined}
        end={
          <IconButton
            label={isShown ? t('hidePassword') : t('showPassword')}
            icon={
              isShown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />
            }
            onClick={() => setIsShown(!isShown)}
          />
        }
      />
      {state.tenants ? (
        <Select
          id="sign-in-tenant"
          name="tenant"
          label={t('organisation')}
          description={t('organisationHint')}
          placeholder={t('chooseOrganisation')}
          options={state.tenants.map(({ slug, name }) => ({ value: slug, label: name }))}
          errors={missing.tenant ? [missing.tenant] : undefined}
          autoFocus
        />
      ) : null}
      <Button type="submit" variant="primary" isPending={isPending} className="mt-2 h-touch w-full">
        {isPending ? t('submitting') : t('submit')}
      </Button>
    </form>
  );
}
