import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button-link';

/** Shown with status 403 when the page exists but the role does not allow it. */
export default async function Forbidden() {
  const t = await getTranslations('errors');
  return (
    <div className="mx-auto flex max-w-md flex-col gap-3 px-6 py-[12vh]">
      <h1 className="text-lg font-semibold">{t('forbiddenTitle')}</h1>
      <p className="text-work text-soft">{t('forbiddenBody')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink href="/" variant="primary">
          {t('home')}
        </ButtonLink>
      </div>
    </div>
  );
}
