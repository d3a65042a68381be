'use client';

import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { type Language, languageCookie, languageOf } from '@/messages/languages';

const oneYearSeconds = 365 * 24 * 60 * 60;

/** The language of the page, and how to change it without leaving the page. */
export function useLanguage(): [Language, (language: Language) => void] {
  const router = useRouter();
  const language = languageOf(useLocale());

  function choose(next: Language) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser in use
    document.cookie = `${languageCookie}=${next}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
    router.refresh();
  }

  return [language, choose];
}
