import { FileDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';

/** All pages of what is shown, as a file. */
export function ExportLink({ href }: { href: string }) {
  const t = useTranslations('lists');
  return (
    <a href={href} download className={buttonClass({ variant: 'secondary' })}>
      <FileDown aria-hidden className="size-4" />
      {t('export')}
    </a>
  );
}
