import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { problemOf } from './desk-client.ts';
import styles from './MadeFile.module.css';
import { saveAsFile } from './save-pdf.ts';

/** What a list can be made into for the person to keep. */
export type ListFile = 'xlsx' | 'pdf';

/** A list as a workbook or as pages, made by the desk; one at a time, and the person says where to. */
export function useMadeFile(made: (kind: ListFile) => Promise<{ readonly bytes: string; readonly name: string }>): {
  /** How it went, over the main button. */
  readonly said: ReactNode;
  readonly buttons: ReactNode;
} {
  const t = useTranslations('books');
  const file = useMutation({
    mutationFn: async (kind: ListFile) => {
      const { bytes, name } = await made(kind);
      saveAsFile(bytes, name, kind);
      return name;
    },
  });
  const make = (kind: ListFile): void => {
    if (!file.isPending) file.mutate(kind);
  };
  return {
    said: (
      <>
        <div aria-live="polite" className={styles.said}>
          {file.isPending && t('making')}
          {file.isSuccess && t('made', { name: file.data })}
        </div>
        {file.isError && <ProblemNotice problem={problemOf(file.error)} className={styles.problem} />}
      </>
    ),
    buttons: (
      <>
        <Button size="small" wide onPress={() => make('xlsx')}>
          {t('workbook')}
        </Button>
        <Button size="small" wide action="slip" onPress={() => make('pdf')}>
          {t('pdf')}
        </Button>
      </>
    ),
  };
}
