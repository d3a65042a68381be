import { TriangleAlert, X } from 'lucide-react';
import { Button } from './button';
import { IconButton } from './icon-button';

type NotLoadedProps = {
  message: string;
  retryLabel: string;
  closeLabel: string;
  onRetry: () => void;
  onClose: () => void;
};

/** What was pressed could not be fetched: said where everyone sees it, above a page that stays as it is. */
export function NotLoaded({ message, retryLabel, closeLabel, onRetry, onClose }: NotLoadedProps) {
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-20 z-50 mx-auto flex max-w-xl flex-wrap items-center gap-x-4 gap-y-2 rounded bg-float py-2 ps-4 pe-2 text-work shadow-float lg:bottom-6"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-danger" />
      <p className="min-w-0 grow basis-60">{message}</p>
      <Button onClick={onRetry}>{retryLabel}</Button>
      <IconButton label={closeLabel} icon={<X aria-hidden className="size-4" />} onClick={onClose} />
    </div>
  );
}
