import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { BoardOffice, BoardReply } from '../../contract/board.ts';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { Button } from '../ui/Button.tsx';
import { clock, clockSeconds, minutes } from '../ui/format.ts';
import { cx } from '../ui/cx.ts';
import { capital } from '../../domain/calendar/date-words.ts';
import { DayTrend } from './DayTrend.tsx';
import { Definitions, explained } from './Definitions.tsx';
import { afterSeconds } from './look.ts';
import type { ProvinceAsked } from './ProvinceTickets.tsx';
import { RemindDialog } from './RemindDialog.tsx';
import styles from './Province.module.css';

/** The chosen office: how long, since when past the limit, why, by field, and its day. */
export function ProvinceOutcome({
  board,
  office,
  isWorst,
  onNext,
  onTickets,
}: {
  readonly board: BoardReply;
  readonly office: BoardOffice;
  readonly isWorst: boolean;
  readonly onNext: (office: string) => void;
  readonly onTickets: (asked: ProvinceAsked) => void;
}): ReactNode {
  const t = useTranslations('provinceBoard');
  const b = useTranslations('board');
  const [explains, setExplains] = useState(false);
  const [reminds, setReminds] = useState(false);
  const { reminders } = office;
  const { standing, heard } = office;
  const over = board.offices.filter((each) => each.standing === 'over');
  const here = over.findIndex((each) => each.office === office.office);
  const next = over[(here + 1) % Math.max(1, over.length)];
  const time = clockSeconds(heard ?? board.at);
  return (
    <Outcome
      action={
        <Button
          kind="main"
          wide
          action="main"
          missing={office.counters === 0 ? t('nothingYet') : null}
          onPress={() => onTickets({ which: office.waiting > 0 ? 'waiting' : 'all', office: office.office })}
        >
          {t('seeTickets')}
        </Button>
      }
      second={
        <div className={styles.acts}>
          <Button size="small" wide action="remindAll" onPress={() => setReminds(true)}>
            {reminders.length === 0 ? t('remind') : t('remindAgain', { n: reminders.length + 1 })}
          </Button>
          {next !== undefined && next.office !== office.office && (
            <Button size="small" wide action="further" onPress={() => onNext(next.office)}>
              {t('next')}
            </Button>
          )}
          <Button size="small" wide action="definitions" onPress={() => setExplains(!explains)}>
            {b(explains ? 'showFigures' : 'definitions')}
          </Button>
        </div>
      }
    >
      {reminds && <RemindDialog board={board} office={office} onClose={() => setReminds(false)} />}
      {explains ? (
        <Definitions definitions={explained} onClose={() => setExplains(false)} />
      ) : (
        <>
          <p className={styles.small}>
            {isWorst && standing !== 'stale' ? t('worst', { time }) : t('chosen', { time })}
          </p>
          <h2 className={styles.title}>{capital(office.name)}</h2>
          <Longest office={office} />
          {standing === 'stale' ? (
            <p className={styles.why}>{heard === null ? t('never') : t('stale', { time: clock(heard) })}</p>
          ) : (
            <Reason board={board} office={office} />
          )}
          <Fields board={board} office={office} />
          <Reminded office={office} />
          <DayTrend trend={office.trend} limit={office.limit} />
          {office.counters > 0 && (
            <p className={styles.small}>
              {t('figures', { served: office.served, open: office.open, counters: office.counters })}
            </p>
          )}
        </>
      )}
    </Outcome>
  );
}

/** What it was last asked, and what it answered. */
function Reminded({ office }: { readonly office: BoardOffice }): ReactNode {
  const t = useTranslations('provinceBoard');
  const last = office.reminders.at(-1);
  if (last === undefined) return null;
  const { answer } = last;
  return (
    <OutcomePart label={t('remindedAt', { by: last.by, time: clock(last.at) })}>
      <p className={styles.why}>{last.words}</p>
      <p className={answer === null ? styles.isNear : styles.why}>
        {answer === null
          ? t('unanswered')
          : t('answered', { by: answer.by, time: clock(answer.at), words: answer.words })}
      </p>
    </OutcomePart>
  );
}

function Longest({ office }: { readonly office: BoardOffice }): ReactNode {
  const t = useTranslations('provinceBoard');
  const { standing, longest, since, limit } = office;
  if (longest === null || since === null) return <p className={styles.longest}>{t('nobody')}</p>;
  const n = Math.trunc(longest / 60);
  return (
    <p className={cx(styles.longest, standing === 'over' && styles.isOver, standing === 'near' && styles.isNear)}>
      {standing === 'over'
        ? t('minutesOver', { n, time: clock(afterSeconds(since, limit)) })
        : standing === 'near'
          ? t('minutesNear', { n, limit: limit / 60 })
          : t('minutes', { n })}
    </p>
  );
}

/** What stands behind the longest wait: counters that closed, or how few are open for how many. */
function Reason({ board, office }: { readonly board: BoardReply; readonly office: BoardOffice }): ReactNode {
  const t = useTranslations('provinceBoard');
  const say = useSay();
  const [worst] = office.series.toSorted((a, b) => (b.longest ?? -1) - (a.longest ?? -1));
  if (worst === undefined || worst.waiting === 0) return null;
  const name = board.series.find(({ letter }) => letter === worst.letter)?.name;
  const field = name === undefined ? worst.letter : say(name);
  const { open, shut, shutSince, waiting } = worst;
  return (
    <p className={styles.why}>
      {shut > 0 && shutSince !== null
        ? t('reason', { field, open, all: open + shut, time: clock(shutSince) })
        : t('reasonOne', { field, waiting, open })}
    </p>
  );
}

function Fields({ board, office }: { readonly board: BoardReply; readonly office: BoardOffice }): ReactNode {
  const t = useTranslations('provinceBoard');
  const say = useSay();
  const rows = office.series.filter(({ waiting }) => waiting > 0);
  if (rows.length === 0) return null;
  return (
    <table className={styles.fields}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('wait')}</th>
          <th scope="col">{t('longest')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ letter, waiting, longest }) => {
          const name = board.series.find((each) => each.letter === letter)?.name;
          return (
            <tr key={letter}>
              <th scope="row">{name === undefined ? letter : say(name)}</th>
              <td>{waiting}</td>
              <td className={cx((longest ?? 0) > office.limit && styles.isOver)}>{minutes((longest ?? 0) / 60)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
