import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Outcome } from '../../frame/Outcome.tsx';
import { Button } from '../../ui/Button.tsx';
import { plainDate } from '../../ui/format.ts';
import styles from './TemplateEditor.module.css';
import type { EditionRow } from './editions.ts';
import { Sample } from './TemplateEditor.tsx';

/** The edition of the current row as it prints, and the way to a new one. */
export function EditionPanel(props: {
  readonly row: EditionRow;
  readonly done: string | null;
  /** A new edition of this form was begun. */
  readonly begun: boolean;
  readonly onEdit: () => void;
}): ReactNode {
  const { row, done, begun } = props;
  const t = useTranslations('template');
  return (
    <Outcome
      action={
        <>
          <p role="status" className={styles.done}>
            {done}
          </p>
          <Button kind="main" action="main" wide onPress={props.onEdit}>
            {begun ? t('goOn') : t('begin')}
          </Button>
        </>
      }
    >
      <p className={styles.rowFacts}>
        {t(`stateSentence.${row.state}`, { n: row.number, date: plainDate(row.validFrom) })}
      </p>
      <div className={styles.small}>
        <Sample template={row.template} />
      </div>
    </Outcome>
  );
}
