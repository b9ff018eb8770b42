import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { SlipTemplate } from '../../../domain/form/template.ts';
import { Field } from '../../ui/Field.tsx';
import { MeasureField } from './MeasureField.tsx';
import styles from './TemplateEditor.module.css';

const sides = ['top', 'right', 'bottom', 'left'] as const;
const typeParts = ['body', 'head', 'title', 'table', 'note', 'foot'] as const;

/** What holds for the whole page: its foot, its copies, margins in millimetres, type in points. */
export function PageMeasures(props: {
  readonly template: SlipTemplate;
  readonly onChange: (template: SlipTemplate) => void;
}): ReactNode {
  const { template, onChange } = props;
  const { margins, type, copies } = template;
  const t = useTranslations('template');
  const nfc = (text: string): string => text.normalize('NFC');
  return (
    <>
      <Field
        label={t('name')}
        value={template.name}
        maxLength={120}
        onChange={(name) => onChange({ ...template, name: nfc(name) })}
      />
      <Field
        label={t('source')}
        value={template.source}
        maxLength={160}
        onChange={(source) => onChange({ ...template, source: nfc(source) })}
      />
      {copies.map((copy, at) => (
        <Field
          key={at}
          label={t('copy', { n: at + 1 })}
          value={copy}
          maxLength={120}
          onChange={(text) =>
            onChange({ ...template, copies: copies.map((each, index) => (index === at ? nfc(text) : each)) })
          }
        />
      ))}
      <div className={styles.measures} role="group" aria-label={t('margins')}>
        <span className={styles.measuresLabel}>{t('margins')}</span>
        {sides.map((side) => (
          <MeasureField
            key={side}
            label={t(`side.${side}`)}
            value={margins[side]}
            least={0}
            most={60}
            onChange={(value) => onChange({ ...template, margins: { ...margins, [side]: value } })}
          />
        ))}
      </div>
      {(['size', 'line'] as const).map((measure) => (
        <div key={measure} className={styles.measures} role="group" aria-label={t(measure)}>
          <span className={styles.measuresLabel}>{t(measure)}</span>
          {typeParts.map((part) => (
            <MeasureField
              key={part}
              label={t(`type.${part}`)}
              value={type[part][measure]}
              least={measure === 'size' ? 6 : 7}
              most={measure === 'size' ? 30 : 44}
              onChange={(value) =>
                onChange({ ...template, type: { ...type, [part]: { ...type[part], [measure]: value } } })
              }
            />
          ))}
        </div>
      ))}
    </>
  );
}
