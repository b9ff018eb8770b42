import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { SlipBlock } from '../../../domain/form/template.ts';
import { MeasureField } from './MeasureField.tsx';
import styles from './TemplateEditor.module.css';

/** Widths of a table's columns and the room for signatures, millimetres. */
export function BlockMeasures(props: {
  readonly block: SlipBlock;
  readonly onChange: (block: SlipBlock) => void;
}): ReactNode {
  const { block, onChange } = props;
  const t = useTranslations('template');
  if (block.kind === 'signatures' || block.kind === 'letter-end') {
    return (
      <div className={styles.measures}>
        <MeasureField
          label={t('room')}
          value={block.room}
          least={0}
          most={60}
          onChange={(room) => onChange({ ...block, room })}
        />
      </div>
    );
  }
  if (block.kind !== 'table') return null;
  return (
    <div className={styles.measures} role="group" aria-label={t('widths')}>
      <span className={styles.measuresLabel}>{t('widths')}</span>
      {block.columns.map(({ head, width }, at) => {
        const label = head === '' ? t('column', { n: at + 1 }) : head;
        return width === null ? (
          <p key={at} className={styles.rest}>
            {t('rest', { label })}
          </p>
        ) : (
          <MeasureField
            key={at}
            label={label}
            value={width}
            least={4}
            most={200}
            onChange={(next) =>
              onChange({
                ...block,
                columns: block.columns.map((column, index) => (index === at ? { ...column, width: next } : column)),
              })
            }
          />
        );
      })}
    </div>
  );
}
