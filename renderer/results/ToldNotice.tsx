import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { Button } from '../ui/Button.tsx';
import { dayNumber } from '../ui/format.ts';
import { Notice } from '../ui/Notice.tsx';
import styles from './Results.module.css';

/** Who was told and who was not; stays until it is looked at. */
export function ToldNotice({
  told,
  onDone,
}: {
  readonly told: CallOutput<'results.shelve'>;
  readonly onDone: () => void;
}): ReactNode {
  const t = useTranslations('results');
  const { untold } = told;
  const done = (
    <Button size="small" onPress={onDone}>
      {t('understood')}
    </Button>
  );
  if (untold.length === 0) {
    return told.told === 0 ? null : (
      <p className={styles.toldLine} role="status">
        <span>{t('doneTold', { n: told.told })}</span>
        {done}
      </p>
    );
  }
  return (
    <Notice
      tone="soon"
      icon="phone"
      title={t('doneUntold', { n: untold.length })}
      actions={done}
      className={styles.notice}
    >
      {told.told > 0 && `${t('doneTold', { n: told.told })} `}
      {t('doneUntoldText')}
      <ul className={styles.untold}>
        {untold.map((each) => (
          <li key={each.dossierId}>
            {t('doneUntoldOne', {
              number: dayNumber(each.code),
              name: each.name === '' ? t('unnamed') : each.name,
              phone: each.phone === '' ? t('noPhone') : each.phone,
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
