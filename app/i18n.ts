import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { formats } from '@/messages/formats';
import {
  type Language,
  languageCookie,
  languages,
  localeTags,
  preferredLanguage,
} from '@/messages/languages';

async function requestedLanguage(): Promise<Language> {
  const chosen = (await cookies()).get(languageCookie)?.value;
  const known = languages.find((language) => language === chosen);
  return known ?? preferredLanguage((await headers()).get('accept-language') ?? '');
}

const catalogues = {
  en: () => import('@/messages/en'),
  ar: () => import('@/messages/ar'),
};

export default getRequestConfig(async () => {
  const language = await requestedLanguage();
  return {
    locale: localeTags[language],
    messages: (await catalogues[language]()).default,
    formats,
    // Nobody lives in UTC: a time shown without its clinic's zone is a fault that stands out.
    timeZone: 'UTC',
  };
});
