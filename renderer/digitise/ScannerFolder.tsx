import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk, problemOf } from '../app/desk-client.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import styles from './Digitise.module.css';

/** The folder this machine's scanner writes to, and the way to set it. */
export function ScannerFolder({
  path,
  readable,
}: {
  readonly path: string | null;
  readonly readable: boolean;
}): ReactNode {
  const t = useTranslations('digitise');
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const set = useMutation({
    mutationFn: (next: string) => desk('digitise.setFolder', { path: next.trim() === '' ? null : next.trim() }),
    onSuccess: () => setAsking(false),
  });
  const open = (): void => {
    setTyped(path ?? '');
    set.reset();
    setAsking(true);
  };
  return (
    <div className={styles.folder}>
      <h3 className={styles.label}>{t('folder')}</h3>
      <p className={styles.path}>{path ?? t('folderNone')}</p>
      {!readable && (
        <p className={styles.wrong}>
          <Icon name="exclaim" />
          {t('folderGone')}
        </p>
      )}
      <Button size="small" onPress={open}>
        {t('folderChange')}
      </Button>
      {asking && (
        <QuestionBox
          title={t('folderTitle')}
          rule={t('folderRule')}
          safe={{ label: t('folderSafe'), onPress: () => setAsking(false) }}
          act={{ label: t('folderAct'), onPress: () => set.mutate(typed) }}
        >
          <Field
            label={t('folderPath')}
            value={typed}
            onChange={setTyped}
            hint={t('folderHint')}
            maxLength={500}
            first
          />
          {set.isError && <ProblemNotice problem={problemOf(set.error)} />}
        </QuestionBox>
      )}
    </div>
  );
}
