'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';

type ErrorMessageProps = {
  /** The number under which the fault stands in the log. */
  reference?: string;
  retry: () => void;
};

export function ErrorMessage({ reference, retry }: ErrorMessageProps) {
  const t = useTranslations('errors');
  return (
    <div className="mx-auto flex max-w-md flex-col gap-3 px-6 py-[12vh]">
      <h1 className="text-lg font-semibold">{t('title')}</h1>
      <p className="text-work text-soft">{t('body')}</p>
      {reference ? (
        <p className="text-work">
          <span className="text-soft">{t('reference')} </span>
          <span className="ltr font-semibold select-all">{reference}</span>
        </p>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        {/* Every page brings this one along, so it does without what a larger button can do. */}
        <button type="button" onClick={retry} className={buttonClass({ variant: 'primary' })}>
          <RotateCw aria-hidden className="size-4" />
          {t('retry')}
        </button>
        <ButtonLink href="/" variant="quiet">
          {t('home')}
        </ButtonLink>
      </div>
    </div>
  );
}
