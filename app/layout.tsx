import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';
import { directionOf, languageOf } from '@/messages/languages';
import { fontVariables } from './fonts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return {
    title: { default: t('appName'), template: `%s · ${t('appName')}` },
    // A name or a time of a visit belongs in no search engine.
    robots: { index: false, follow: false },
    referrer: 'same-origin',
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f5' },
    { media: '(prefers-color-scheme: dark)', color: '#171512' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const language = languageOf(locale);
  const [t, common] = [await getTranslations('shell'), await getTranslations('common')];
  return (
    // The theme is written onto this element before React looks at it.
    <html lang={language} dir={directionOf(language)} className={fontVariables} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider>
          <Providers
            locale={locale}
            toastLabels={{ label: t('notifications'), closeLabel: common('dismiss') }}
          >
            {children}
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
