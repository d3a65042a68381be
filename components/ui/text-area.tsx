'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useId, useState } from 'react';
import { controlClass } from './control-style';
import { describedBy, Field, type FieldText } from './field';

type TextAreaProps = FieldText &
  Omit<ComponentProps<'textarea'>, 'className' | 'children' | 'maxLength'> & {
    className?: string;
    /** Counted from the last tenth on, not cut off: nobody loses the end of a pasted note without seeing it. */
    limit?: number;
  };

export function TextArea({
  label,
  mark,
  description,
  errors,
  isLabelHidden,
  className,
  limit,
  id: givenId,
  rows = 3,
  onChange,
  ...area
}: TextAreaProps) {
  const t = useTranslations('common');
  const ownId = useId();
  const id = givenId ?? ownId;
  const given = area.value ?? area.defaultValue ?? '';
  const [typedLength, setTypedLength] = useState(String(given).length);
  const length = area.value === undefined ? typedLength : String(area.value).length;
  const left = limit === undefined ? undefined : limit - length;
  const isCounted = left !== undefined && limit !== undefined && left <= Math.max(20, limit / 10);
  const text = { label, mark, description, errors, isLabelHidden };
  return (
    <Field id={id} className={className} {...text}>
      <textarea
        {...area}
        id={id}
        rows={rows}
        dir={area.dir === 'auto' && length === 0 ? undefined : area.dir}
        aria-invalid={errors?.length || (left !== undefined && left < 0) ? true : undefined}
        aria-describedby={describedBy(id, text)}
        onChange={(event) => {
          setTypedLength(event.target.value.length);
          onChange?.(event);
        }}
        className={`${controlClass} h-auto min-h-20 py-2 field-sizing-content`}
      />
      <p
        aria-live="polite"
        className={`text-xs ${left !== undefined && left < 0 ? 'font-medium text-danger' : 'text-soft'}`}
      >
        {isCounted ? t(left < 0 ? 'charactersOver' : 'charactersLeft', { count: Math.abs(left) }) : null}
      </p>
    </Field>
  );
}
