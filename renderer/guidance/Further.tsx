import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { withGuidance } from '../receipt/content.ts';
import { edit } from '../receipt/work.ts';
import { useReceipt } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import styles from './Guidance.module.css';

const blank = { name: '', bring: '', reason: '' };

/** What is on no list of papers but must be brought all the same: it becomes the slip's last lines. */
export function Further({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTranslations('guidance');
  const own = useReceipt((state) => state.content?.guidance.further ?? []);
  const [row, setRow] = useState(blank);
  const keep = (further: readonly (typeof blank)[]): void =>
    edit((content) => withGuidance(content, { further: [...further] }));
  const missing = row.name.trim() === '' ? t('furtherNoName') : row.bring.trim() === '' ? t('furtherNoBring') : null;
  const add = (): void => {
    if (missing !== null) return;
    keep([...own, row]);
    onClose();
  };
  const field = (key: keyof typeof blank, label: string, first = false): ReactNode => (
    <Field
      label={label}
      value={row[key]}
      maxLength={key === 'name' ? 300 : 500}
      first={first}
      onChange={(text) => setRow({ ...row, [key]: text })}
    />
  );
  return (
    <QuestionBox
      title={t('furtherTitle')}
      rule={t('furtherRule')}
      safe={{ label: t('furtherClose'), onPress: onClose }}
      act={{ label: t('furtherAdd'), onPress: add, missing }}
    >
      {own.length > 0 && (
        <ul className={styles.own}>
          {own.map((line, index) => (
            <li key={`${line.name} ${line.bring}`}>
              <span>
                <b>{line.name}</b>, {line.bring}
              </span>
              <Button size="small" onPress={() => keep(own.filter((_, at) => at !== index))}>
                {t('furtherDrop')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {field('name', t('furtherName'), true)}
      {field('bring', t('bring'))}
      {field('reason', t('reason'))}
    </QuestionBox>
  );
}
