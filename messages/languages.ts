export const languages = ['en', 'ar'] as const;
export type Language = (typeof languages)[number];

export const languageCookie = 'takt-locale';

/** Each language in its own words, so that it is found by those who read no other. */
export const languageNames: Record<Language, string> = { en: 'English', ar: 'العربية' };

/**
 * The tag that dates and numbers are written by. English as in "Sun 3 Jan, 09:00"; Arabic with the
 * digits 0 to 9, so that a time reads the same in a list, in a field and over the telephone.
 */
export const localeTags = { en: 'en-GB', ar: 'ar-AE' } as const satisfies Record<Language, string>;
export type LocaleTag = (typeof localeTags)[Language];

export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('ar') ? 'ar' : 'en';
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The first language of an Accept-Language header that we speak; English when there is none. */
export function preferredLanguage(acceptLanguage: string): Language {
  const wanted = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => parameter.trim()).find((p) => p.startsWith('q='));
      return { tag, quality: quality ? Number(quality.slice(2)) || 0 : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const found = languages.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (found) return found;
  }
  return 'en';
}
