'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { buttonClass } from '@/components/ui/button-style';

type AttentionStepsProps = {
  /** "3 of 17" */
  position: string;
  previous: Route | null;
  next: Route | null;
  areKeysOn: boolean;
};

/** One after the other, by button and by the keys j and k. */
export function AttentionSteps({ position, previous, next, areKeysOn }: AttentionStepsProps) {
  const t = useTranslations('attention');
  const router = useRouter();

  useEffect(() => {
    if (!areKeysOn) return;
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      const href = isKey(event, 'j') ? next : isKey(event, 'k') ? previous : null;
      if (href === null || isTyping(event.target)) return;
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return;
      event.preventDefault();
      router.push(href, { scroll: false });
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [areKeysOn, next, previous, router]);

  const step = (
    href: Route | null,
    { label, key, icon }: { label: string; key: string; icon: 'back' | 'on' },
  ) => {
    const Icon = icon === 'back' ? ChevronLeft : ChevronRight;
    const inside = <Icon aria-hidden className="size-4 rtl:-scale-x-100" />;
    const className = buttonClass({ variant: 'secondary', isIconOnly: true });
    return href === null ? (
      <button type="button" disabled aria-label={label} className={className}>
        {inside}
      </button>
    ) : (
      <Link
        href={href}
        scroll={false}
        aria-label={label}
        aria-keyshortcuts={areKeysOn ? key : undefined}
        title={t('keys')}
        className={className}
      >
        {inside}
      </Link>
    );
  };
  return (
    <div className="flex items-center gap-2">
      <span aria-live="polite" className="text-work text-soft">
        {position}
      </span>
      {step(previous, { label: t('previous'), key: 'k', icon: 'back' })}
      {step(next, { label: t('next'), key: 'j', icon: 'on' })}
    </div>
  );
}

/** By its letter, or by its place where the keyboard writes other letters. */
const isKey = (event: KeyboardEvent, letter: 'j' | 'k') =>
  /^[a-z]$/i.test(event.key)
    ? event.key.toLowerCase() === letter
    : event.code === `Key${letter.toUpperCase()}`;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role=spinbutton]'));
