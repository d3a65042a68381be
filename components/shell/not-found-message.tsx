import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';

/** The same words for what never was and for what belongs to somebody else. */
export function NotFoundMessage() {
  const t = useTranslations('errors');
  return (
    <div className="mx-auto flex max-w-md flex-col gap-3 px-6 py-[12vh]">
      <h1 className="text-lg font-semibold">{t('notFoundTitle')}</h1>
      <p className="text-work text-soft">{t('notFoundBody')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink href="/" variant="primary">
          {t('home')}
        </ButtonLink>
      </div>
    </div>
  );
}
