import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** Joins what only stands side by side, a day and a time, with the comma of the reader's language. */
export function useCommaList(): (parts: readonly string[]) => string {
  const comma = useTranslations('common')('comma');
  return useCallback((parts) => parts.join(`${comma} `), [comma]);
}
