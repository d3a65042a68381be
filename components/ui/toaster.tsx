'use client';

import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { Toaster as Sonner } from 'sonner';

export default function Toaster({ label, onReady }: { label: string; onReady: () => void }) {
  const { resolvedTheme } = useTheme();

  useEffect(() => onReady(), [onReady]);

  return (
    <Sonner
      position="bottom-center"
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      containerAriaLabel={label}
      gap={8}
      className="print:hidden"
      style={{ fontFamily: 'inherit' }}
      mobileOffset={{ bottom: 80 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-4 rounded bg-ink ps-4 pe-2 min-h-12 text-work text-paper shadow-float sm:w-auto sm:min-w-72',
          content: 'grow py-2 pe-2',
          actionButton:
            'target h-9 shrink-0 rounded px-3 text-sm font-semibold text-paper underline underline-offset-4 hover:bg-paper/12 focus-visible:outline-paper',
        },
      }}
    />
  );
}
