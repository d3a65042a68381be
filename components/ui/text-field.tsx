'use client';

import { type ComponentProps, type ReactNode, useId } from 'react';
import { controlClass } from './control-style';
import { describedBy, Field, type FieldText } from './field';

type TextFieldProps = FieldText &
  Omit<ComponentProps<'input'>, 'className' | 'children' | 'size'> & {
    className?: string;
    /** Sits inside the box at its end, such as a button that shows the password. */
    end?: ReactNode;
  };

export function TextField({
  label,
  mark,
  description,
  errors,
  isLabelHidden,
  className,
  end,
  id: givenId,
  ...input
}: TextFieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const text = { label, mark, description, errors, isLabelHidden };
  const box = (
    <input
      {...input}
      id={id}
      dir={input.dir === 'auto' && input.value === '' ? undefined : input.dir}
      aria-invalid={errors?.length ? true : undefined}
      aria-describedby={describedBy(id, text)}
      className={`${controlClass} read-only:bg-sunken ${end ? 'pe-11' : ''}`}
    />
  );
  return (
    <Field id={id} className={className} {...text}>
      {end ? (
        // A box that runs left to right in a page that does not has its end on the other side.
        <div className="relative" dir={input.dir}>
          {box}
          <div className="absolute inset-y-0 end-0 flex items-center">{end}</div>
        </div>
      ) : (
        box
      )}
    </Field>
  );
}
