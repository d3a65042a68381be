import type { ReactNode } from 'react';

type EmptyStateProps = { title: string; children?: ReactNode; icon?: ReactNode; action?: ReactNode };

/** Says what is not here, and what to do next. */
export function EmptyState({ title, children, icon, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-16 text-center">
      {icon ? <div className="mb-1 text-faint [&>svg]:size-6">{icon}</div> : null}
      <p className="text-base font-semibold">{title}</p>
      {children ? <div className="max-w-md text-work text-soft">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
