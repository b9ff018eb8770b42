import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { formFields } from '../../../domain/form/form-fields.ts';
import type { SlipForm } from '../../../domain/form/slip-values.ts';
import type { Part, SlipBlock } from '../../../domain/form/template.ts';
import { placesOf, withWords, type PlaceKind } from '../../../domain/form/template-edit.ts';
import { tableOfBlock } from '../../../domain/form/template-fields.ts';
import { Field } from '../../ui/Field.tsx';
import styles from './TemplateEditor.module.css';

/** What the wire lets in: contract/slip-template.ts. */
const LONGEST: Readonly<Partial<Record<PlaceKind, number>>> = {
  columnHead: 80,
  columnGroup: 80,
  signTitle: 80,
  signHint: 80,
  heading: 80,
  counted: 40,
  title: 120,
  empty: 120,
};

/** The words of a block, each in a field; between them the names of the fields that are filled in. */
export function BlockWords(props: {
  readonly form: SlipForm;
  readonly block: SlipBlock;
  readonly onChange: (block: SlipBlock) => void;
}): ReactNode {
  const { form, block, onChange } = props;
  const t = useTranslations('template.place');
  const nameOf = useFieldName(form, block);
  const put = (at: number, part: number | null, text: string): void =>
    onChange(withWords(block, at, part, text.normalize('NFC')));
  return placesOf(block).map((place, at) =>
    'words' in place ? (
      <Field
        // A block's places keep their order; there is nothing else to tell them by.
        key={at}
        label={t(place.kind)}
        value={place.words}
        maxLength={LONGEST[place.kind] ?? 120}
        onChange={(text) => put(at, null, text)}
      />
    ) : (
      place.parts.length > 0 && (
        <div key={at} className={styles.run} role="group" aria-label={t(place.kind)}>
          <span className={styles.runLabel}>{t(place.kind)}</span>
          <div className={styles.parts}>
            {place.parts.map((part, index) =>
              'field' in part ? (
                <span key={index} className={styles.filled}>
                  {nameOf(part.field)}
                </span>
              ) : (
                <Field
                  key={index}
                  labelHidden
                  label={labelOf(t(place.kind), place.parts, index, nameOf)}
                  value={part.text}
                  maxLength={500}
                  className={part.text.length < 14 ? styles.short : styles.long}
                  onChange={(text) => put(at, index, text)}
                />
              ),
            )}
          </div>
        </div>
      )
    ),
  );
}

/** "Dòng chữ, trước Họ tên": which piece of a run it is, for those who hear it. */
function labelOf(place: string, parts: readonly Part[], at: number, nameOf: (field: string) => string): string {
  const next = parts[at + 1];
  return next !== undefined && 'field' in next ? `${place}: ${nameOf(next.field)}` : `${place} ${at + 1}`;
}

function useFieldName(form: SlipForm, block: SlipBlock): (field: string) => string {
  const { texts, tables } = formFields[form];
  const cells = tables[tableOfBlock(block) ?? ''] ?? {};
  return (field) => cells[field] ?? texts[field] ?? field;
}
