import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'destructive';

const variants: Record<ButtonVariant, string> = {
  primary: 'is-primary bg-accent text-accent-on hover:bg-accent-strong',
  secondary: 'border border-edge/50 bg-surface text-ink hover:bg-sunken',
  quiet: 'text-ink hover:bg-ink/6 data-pressed:bg-ink/10',
  destructive: 'bg-danger text-danger-on hover:bg-danger/88',
};

type ButtonLook = { variant?: ButtonVariant; isIconOnly?: boolean; className?: string };

/** For a real button, a link that looks like one, and the triggers of menus and panels alike. */
export function buttonClass({ variant = 'secondary', isIconOnly = false, className }: ButtonLook): string {
  return clsx(
    'target inline-flex h-control shrink-0 select-none items-center justify-center gap-2 rounded text-work font-medium',
    'whitespace-nowrap transition-colors',
    isIconOnly ? 'w-control' : 'px-3',
    variants[variant],
    'disabled:pointer-events-none disabled:opacity-50',
    'aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
    className,
  );
}
