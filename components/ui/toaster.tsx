'use client';

import { X } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { Toaster as Sonner } from 'sonner';

type ToasterProps = { label: string; closeLabel: string; onReady: () => void };

export default function Toaster({ label, closeLabel, onReady }: ToasterProps) {
  const { resolvedTheme } = useTheme();

  useEffect(() => onReady(), [onReady]);

  return (
    <Sonner
      position="bottom-center"
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      containerAriaLabel={label}
      gap={8}
      closeButton
      className="print:hidden"
      // Below what is asked: a toast must not lie over the buttons of a dialog.
      style={{ fontFamily: 'inherit', zIndex: 40 }}
      offset={{ bottom: 'var(--toast-bottom)' }}
      mobileOffset={{ bottom: 'var(--toast-bottom)' }}
      icons={{ close: <X aria-hidden className="size-4" /> }}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: closeLabel,
        classNames: {
          toast:
            'flex w-full items-center gap-1 rounded bg-ink ps-4 pe-0.5 py-0.5 min-h-12 text-work text-paper shadow-float sm:w-auto sm:min-w-72',
          content: 'grow py-2 pe-2',
          actionButton:
            'h-control min-w-control shrink-0 rounded px-3 text-sm font-semibold text-paper underline underline-offset-4 hover:bg-paper/12 focus-visible:outline-paper',
          closeButton:
            'order-last flex size-control shrink-0 items-center justify-center rounded text-paper hover:bg-paper/12 focus-visible:outline-paper',
        },
      }}
    />
  );
}
