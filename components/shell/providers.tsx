'use client';

import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ComponentProps, ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Toasts } from '@/components/ui/toast';

type ProvidersProps = { locale: string; toastLabels: ComponentProps<typeof Toasts>; children: ReactNode };

/** What every page needs around it: direction and dates, theme, filters in the URL, toasts. */
export function Providers({ locale, toastLabels, children }: ProvidersProps) {
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange>
      <I18nProvider locale={locale}>
        <NuqsAdapter>{children}</NuqsAdapter>
        <Toasts {...toastLabels} />
      </I18nProvider>
    </ThemeProvider>
  );
}
