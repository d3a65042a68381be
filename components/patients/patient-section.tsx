import type { ReactNode } from 'react';

type PatientSectionProps = { id: string; title: string; children: ReactNode };

/** One part of a patient's page, which an address can name. */
export function PatientSection({ id, title, children }: PatientSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="pb-2 text-base font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Nothing here, said in place. */
export function NoneHere({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="border-y border-hairline px-2 py-6">
      <p className="font-medium">{title}</p>
      {children ? <p className="text-soft">{children}</p> : null}
    </div>
  );
}
