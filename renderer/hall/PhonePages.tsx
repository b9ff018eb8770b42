import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk, problemOf } from '../app/desk-client.ts';
import { saveAsFile } from '../app/save-pdf.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import styles from './Hall.module.css';

/** Where phones find the hall, and the notice for the wall. */
export function PhonePages({ at }: { readonly at: string | null }): ReactNode {
  const t = useTranslations('hall');
  const poster = useMutation({
    mutationFn: () => desk('hall.poster', {}),
    onSuccess: ({ bytes, name }) => saveAsFile(bytes, name),
  });
  return (
    <>
      <Facts facts={[{ label: t('phones'), value: at ?? t('noPhones', { port: '47111' }) }]} />
      {at !== null && (
        <>
          <p className={styles.rule}>{t('posterRule')}</p>
          <Button onPress={() => !poster.isPending && poster.mutate()}>{t('poster')}</Button>
        </>
      )}
      {poster.isError && <ProblemNotice problem={problemOf(poster.error)} />}
    </>
  );
}
