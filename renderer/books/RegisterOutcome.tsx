import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { RegisterFilter } from '../../contract/desk/books.ts';
import { desk } from '../app/desk-client.ts';
import { ListFileOutcome } from '../app/ListFileOutcome.tsx';
import { OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { Facts } from '../ui/Facts.tsx';
import { clock, plainDate } from '../ui/format.ts';
import styles from './Books.module.css';
import type { RegisterLine } from './RegisterView.tsx';

const written = (at: string | null): string => (at === null ? '' : `${clock(at)} ${plainDate(at.slice(0, 10))}`);

/** Every column of the chosen line, and what can be made of all lines of the filter. */
export function RegisterOutcome({
  line,
  filter,
  onOpen,
}: {
  readonly line: RegisterLine | null;
  readonly filter: RegisterFilter;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const t = useTranslations('books');
  return (
    <ListFileOutcome
      line={line}
      open={t('openDossier')}
      none={t('chooseLine')}
      onOpen={({ dossierId }) => onOpen(dossierId)}
      made={(kind) => desk(kind === 'xlsx' ? 'book.workbook' : 'book.pdf', filter)}
    >
      {line !== null && <Line line={line} />}
    </ListFileOutcome>
  );
}

function Line({ line }: { readonly line: RegisterLine }): ReactNode {
  const t = useTranslations('books');
  const facts = [
    { label: t('unit'), value: line.unit },
    { label: t('sets'), value: String(line.sets).padStart(2, '0') },
    { label: t('phone'), value: line.phone },
    { label: t('receivedAt'), value: written(line.receivedAt) },
    { label: t('handedOverAt'), value: written(line.handedOverAt) },
    { label: t('resultAt'), value: written(line.resultAt) },
    { label: t('dueAt'), value: line.dueAt === null ? t('dueAtOnce') : written(line.dueAt) },
    { label: t('returnedAt'), value: written(line.returnedAt) },
    { label: t('resultWay'), value: t(`way.${line.resultWay}`) },
    { label: t('remarks'), value: line.remarks.join('. ') },
  ];
  return (
    <>
      <OutcomeFigure label={t('number')} figure={line.number === null ? t('later') : String(line.number)}>
        {line.code}
      </OutcomeFigure>
      <p className={styles.strong}>{line.name === '' ? t('unnamed') : line.name}</p>
      <p>{line.address}</p>
      <p className={styles.small}>{line.procedure}</p>
      <OutcomePart>
        <Facts facts={facts.filter((fact) => fact.value !== '')} />
      </OutcomePart>
    </>
  );
}
