import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Outcome } from '../frame/Outcome.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { problemOf } from './desk-client.ts';
import styles from './ListFileOutcome.module.css';
import { saveAsFile } from './save-pdf.ts';

/** What a list can be made into for the person to keep. */
export type ListFile = 'xlsx' | 'pdf';

export interface ListFileOutcomeProps<Line> {
  /** The chosen line, and the main button that opens what is behind it. */
  readonly line: Line | null;
  readonly open: string;
  /** Said at the button while no line is chosen. */
  readonly none: string;
  readonly onOpen: (line: Line) => void;
  readonly made: (kind: ListFile) => Promise<{ readonly bytes: string; readonly name: string }>;
  readonly children: ReactNode;
}

/**
 * Beside a list: the chosen line, and the list as a workbook or as pages, made by the desk; one at a time, and the person
 * says where to.
 */
export function ListFileOutcome<Line>({
  line,
  open,
  none,
  onOpen,
  made,
  children,
}: ListFileOutcomeProps<Line>): ReactNode {
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
  return (
    <Outcome
      action={
        <>
          <div aria-live="polite" className={styles.said}>
            {file.isPending && t('making')}
            {file.isSuccess && t('made', { name: file.data })}
          </div>
          {file.isError && <ProblemNotice problem={problemOf(file.error)} className={styles.problem} />}
          <Button
            kind="main"
            wide
            action="main"
            missing={line === null ? none : null}
            onPress={() => {
              if (line !== null) onOpen(line);
            }}
          >
            {open}
          </Button>
        </>
      }
      second={
        <>
          <Button size="small" wide onPress={() => make('xlsx')}>
            {t('workbook')}
          </Button>
          <Button size="small" wide action="slip" onPress={() => make('pdf')}>
            {t('pdf')}
          </Button>
        </>
      }
    >
      {children}
    </Outcome>
  );
}
