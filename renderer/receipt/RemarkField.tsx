import { useState, type ReactNode } from 'react';
import { Field, type FieldProps } from '../ui/Field.tsx';
import { useRemark } from './remarks.ts';

/** A field the desk may find odd. It says so once the field is left: a number half typed is not yet a short one. */
export function RemarkField({ about, ...field }: FieldProps & { readonly about: string }): ReactNode {
  const remark = useRemark(about);
  const [typing, setTyping] = useState(false);
  return (
    <Field
      {...field}
      sentence={typing ? null : remark}
      onChange={(value) => {
        setTyping(true);
        field.onChange(value);
      }}
      onDone={(value) => {
        setTyping(false);
        field.onDone?.(value);
      }}
    />
  );
}
