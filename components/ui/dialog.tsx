'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { buttonClass } from './button-style';

type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  closeLabel: string;
  children: ReactNode;
  /** Buttons at the end, the primary one last. Put form and footer into `children` when a form wraps both. */
  footer?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** A question that must be answered: a press beside it does not close it. */
  isAlert?: boolean;
  /** Holds nothing to press: the text itself takes the focus, so that keys scroll it. */
  isText?: boolean;
};

const widths = { small: 'sm:max-w-md', medium: 'sm:max-w-xl', large: 'sm:max-w-3xl' };

/** Holds the focus while open and gives it back; Escape closes. On a phone it comes from below. */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  closeLabel,
  children,
  footer,
  size = 'small',
  isAlert,
  isText,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isAlert}
      className="fixed inset-0 z-50 flex items-end justify-center bg-veil transition-opacity data-entering:opacity-0 data-exiting:opacity-0 sm:items-center sm:p-6"
    >
      <Modal
        className={`flex max-h-[92dvh] w-full flex-col rounded-t bg-float shadow-float transition-transform data-entering:translate-y-2 sm:max-h-[85dvh] sm:rounded ${widths[size]}`}
      >
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className="flex min-h-0 flex-col outline-none">
          <header className="flex items-center justify-between gap-4 ps-6 pe-3 pt-4 pb-2">
            <Heading slot="title" className="min-w-0 text-base font-semibold">
              {title}
            </Heading>
            <Button
              slot="close"
              aria-label={closeLabel}
              className={buttonClass({ variant: 'quiet', isIconOnly: true })}
            >
              <X aria-hidden className="size-4" />
            </Button>
          </header>
          <div
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls and holds nothing to press
            tabIndex={isText ? 0 : undefined}
            className="min-h-0 overflow-y-auto px-6 pt-1 pb-6"
          >
            {children}
          </div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-hairline px-6 py-4">
              {footer}
            </footer>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
