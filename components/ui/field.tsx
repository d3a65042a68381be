import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type FieldText = {
  label: string;
  /** Stands small beside the label, such as "optional". */
  mark?: string;
  description?: ReactNode;
  errors?: readonly string[];
  /** For places where the surroundings already say it; the label stays for those who listen. */
  isLabelHidden?: boolean;
};

export function describedBy(id: string, { description, errors }: FieldText): string | undefined {
  const parts = [description ? `${id}-description` : '', errors?.length ? `${id}-error` : ''].filter(Boolean);
  return parts.length ? parts.join(' ') : undefined;
}

export const labelClass = 'flex items-baseline gap-2 text-sm font-medium text-ink';

export function LabelText({ label, mark }: Pick<FieldText, 'label' | 'mark'>) {
  return (
    <>
      <span>{label}</span>
      {mark ? <span className="text-xs font-normal text-faint">{mark}</span> : null}
    </>
  );
}

export function FieldDescription({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="text-xs text-soft">
      {children}
    </p>
  );
}

export function FieldErrors({ id, errors }: { id?: string; errors?: readonly string[] }) {
  if (!errors?.length) return null;
  return (
    <p id={id} className="flex items-start gap-1 text-xs font-medium text-danger">
      <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span>{errors.join(' ')}</span>
    </p>
  );
}

type FieldProps = FieldText & { id: string; className?: string; children: ReactNode };

/** Label above, one control, then what to know and what is wrong. */
export function Field({ id, className = '', children, ...text }: FieldProps) {
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <label htmlFor={id} className={text.isLabelHidden ? 'sr-only' : labelClass}>
        <LabelText label={text.label} mark={text.mark} />
      </label>
      {children}
      {text.description ? (
        <FieldDescription id={`${id}-description`}>{text.description}</FieldDescription>
      ) : null}
      <FieldErrors id={`${id}-error`} errors={text.errors} />
    </div>
  );
}

/** The same for a group of choices, where no single control can carry the label. */
export function FieldGroup({ id, className = '', children, ...text }: FieldProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, text)}
      className={`flex min-w-0 flex-col gap-1 outline-none ${className}`}
    >
      <legend className={text.isLabelHidden ? 'sr-only' : `${labelClass} mb-1`}>
        <LabelText label={text.label} mark={text.mark} />
      </legend>
      {children}
      {text.description ? (
        <FieldDescription id={`${id}-description`}>{text.description}</FieldDescription>
      ) : null}
      <FieldErrors id={`${id}-error`} errors={text.errors} />
    </fieldset>
  );
}
