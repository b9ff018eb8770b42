import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ResultPage } from '../../contract/desk/results.ts';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { clock, dayMonth, rowDay } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { missing, type Missing, type ReturnForm } from './form.ts';
import styles from './Results.module.css';

export interface ReturnSideProps {
  readonly page: ResultPage;
  readonly form: ReturnForm;
  readonly pending: boolean;
  /** What a scan or the desk could not settle, in its place. */
  readonly said: ReactNode;
  readonly onGive: () => void;
  readonly onBack: () => void;
}

/** Beside the form: where the result lies, whose it is, what they were told; the one action. */
export function ReturnSide({ page, form, pending, said, onGive, onBack }: ReturnSideProps): ReactNode {
  const t = useTranslations('results');
  const language = useLanguage();
  const { row } = page;
  const lacks = missing(form, page);
  return (
    <Outcome
      action={
        <Button
          kind="main"
          wide
          action="main"
          missing={lacks === null ? (pending ? t('giving') : null) : missingWords(lacks, t)}
          onPress={onGive}
        >
          {form.collector === 'post' ? t('givePost') : row.kind === 'papers-back' ? t('givePapers') : t('give')}
        </Button>
      }
      second={
        <Button size="small" wide action="back" onPress={onBack}>
          {t('backToList')}
        </Button>
      }
    >
      {said ?? (
        <p className={styles.scanLine}>
          <Icon name="scan" />
          {t('scanForm')}
        </p>
      )}
      <OutcomeFigure
        label={t('liesAt')}
        figure={row.place !== '' ? row.place : row.at === 'electronic' ? t('at.electronic') : t('at.counter')}
      >
        {row.readyAt === null
          ? undefined
          : `${t('readySince')} ${rowDay(row.readyAt.slice(0, 10), language)} ${clock(row.readyAt)}`}
      </OutcomeFigure>
      <OutcomePart>
        <p className={styles.strong}>{row.name === '' ? t('unnamed') : row.name}</p>
        <p className={styles.plain}>{row.procedure}</p>
        {(row.outcome === 'declined' || page.reason !== '') && (
          <div className={styles.facts}>
            <Facts facts={[{ label: t('reason'), value: page.reason === '' ? t('declined') : page.reason }]} />
          </div>
        )}
      </OutcomePart>
      {page.notices.length > 0 && (
        <OutcomePart label={t('history')}>
          <ul className={styles.history}>
            {page.notices.slice(0, 4).map((notice) => (
              <li key={`${notice.at} ${notice.about} ${notice.way}`}>
                <b>{t(`about.${notice.about}`)}</b>, {t(`way.${notice.way}`)}, {dayMonth(notice.at)} {clock(notice.at)}
                <p>{notice.text}</p>
              </li>
            ))}
          </ul>
        </OutcomePart>
      )}
    </Outcome>
  );
}

function missingWords(lacks: Missing, t: ReturnType<typeof useTranslations<'results'>>): string {
  switch (lacks) {
    case 'postNumber':
    case 'identity':
    case 'authority':
    case 'papers':
    case 'drawing':
      return t(`missing.${lacks}`);
    case 'no-submitter':
    case 'no-name':
    case 'no-id':
    case 'no-kind':
    case 'no-number':
    case 'no-date':
    case 'no-paper':
    case 'no-relation':
    case 'not-an-organisation':
      return t(`fault.${lacks}`);
  }
}
