'use client';

import { directionOf, type Language } from '@/messages/languages';
import lastResort from '@/messages/last-resort.json';
import './globals.css';

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** Stands in for everything, words included, when even the outermost layout has failed. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  const isArabic = typeof document !== 'undefined' && document.documentElement.lang === 'ar';
  const language: Language = isArabic ? 'ar' : 'en';
  const words = lastResort[language];
  return (
    <html lang={language} dir={directionOf(language)}>
      <body>
        <main className="mx-auto flex max-w-md flex-col items-start gap-3 px-6 py-[12vh]">
          <title>{words.title}</title>
          <h1 className="text-lg font-semibold">{words.title}</h1>
          <p className="text-work text-soft">{words.body}</p>
          {error.digest ? (
            <p className="text-work">
              <span className="text-soft">{words.reference} </span>
              <span className="ltr font-semibold select-all">{error.digest}</span>
            </p>
          ) : null}
          <button
            type="button"
            onClick={reset}
            className="mt-3 h-touch rounded bg-accent px-4 text-work font-medium text-accent-on"
          >
            {words.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
