'use client';

import { Languages } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { languageNames, languages } from '@/messages/languages';
import { useLanguage } from './use-language';

/** Offers the other language in its own words. */
export function LanguageSwitch({ className = '' }: { className?: string }) {
  const [current, choose] = useLanguage();
  return languages
    .filter((language) => language !== current)
    .map((language) => (
      <Button
        key={language}
        variant="quiet"
        lang={language}
        icon={<Languages aria-hidden className="size-4 text-soft" />}
        onClick={() => choose(language)}
        className={className}
      >
        {languageNames[language]}
      </Button>
    ));
}
