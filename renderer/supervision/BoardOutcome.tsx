import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { usePlace } from '../stores/place.ts';
import { Button } from '../ui/Button.tsx';
import { clock, minutes } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { cx } from '../ui/cx.ts';
import { BreachWays, useWayWords } from './BreachWays.tsx';
import { DayTrend } from './DayTrend.tsx';
import { Definitions } from './Definitions.tsx';
import { HallRules } from './HallRules.tsx';
import { toneOf, type OpenTickets } from './look.ts';
import { actOfWay, useHallAct } from './use-hall-act.ts';
import styles from './Board.module.css';

/** What comes of the hall as it is: the coming breach, what helps, the next hour; or how each figure is counted. */
export function BoardOutcome({
  board,
  onTickets,
}: {
  readonly board: OfficeBoard;
  readonly onTickets: OpenTickets;
}): ReactNode {
  const t = useTranslations('board');
  const [explains, setExplains] = useState(false);
  const show = usePlace((place) => place.show);
  const { act, problem } = useHallAct();
  const words = useWayWords(board);
  const [best, ...others] = board.breach?.ways ?? [];
  const letter = board.breach?.letter ?? '';
  return (
    <Outcome
      action={
        <>
          {problem !== null && <ProblemNotice problem={problem} className={styles.refused} />}
          {best === undefined || board.breach === null ? (
            <Button
              kind="main"
              wide
              action="main"
              missing={board.waiting === 0 ? t('nobody') : null}
              onPress={() => onTickets({ which: 'waiting' })}
            >
              {t('seeTickets')}
            </Button>
          ) : (
            <Button kind="main" wide action="main" onPress={() => act(actOfWay(best, letter))}>
              {words(best).title}
            </Button>
          )}
        </>
      }
      second={
        <>
          <Button size="small" wide action="definitions" onPress={() => setExplains(!explains)}>
            {t(explains ? 'showFigures' : 'definitions')}
          </Button>
          <Button size="small" wide onPress={() => show('list')}>
            {t('seeDossiers')}
          </Button>
        </>
      }
    >
      {explains ? (
        <Definitions definitions={board.definitions} onClose={() => setExplains(false)}>
          <HallRules />
        </Definitions>
      ) : (
        <>
          <Breach board={board} />
          <BreachWays board={board} ways={others.slice(0, 2)} onAct={(way) => act(actOfWay(way, letter))} />
          <NextHour board={board} />
          {board.trend.length > 1 && <DayTrend trend={board.trend} limit={board.limit} />}
          <OutcomePart label={t('dossiers')}>
            <p>{t('dossiersDue', board.dossiers)}</p>
          </OutcomePart>
          <Satisfaction board={board} onTickets={onTickets} />
          <p className={styles.note}>
            {t('counted')}{' '}
            <svg className={styles.inlineMark} viewBox="0 0 12 12" aria-hidden="true">
              <path d="M6 0 12 6 6 12 0 6z" className={styles.dot} />
            </svg>{' '}
            {t('priorityMark')}
          </p>
        </>
      )}
    </Outcome>
  );
}

/** The one thing to see first: which field passes the limit, when, and why. */
function Breach({ board }: { readonly board: OfficeBoard }): ReactNode {
  const t = useTranslations('board');
  const say = useSay();
  const words = useWayWords(board);
  const { breach, limit } = board;
  const n = limit / 60;
  if (breach === null) {
    return (
      <section className={styles.calm} role="status">
        <h2>{t('calm', { n })}</h2>
        <p>{t('calmWhy')}</p>
      </section>
    );
  }
  const field = say(breach.name);
  const {
    waiting,
    open,
    ways: [best],
  } = breach;
  return (
    <section className={cx(styles.breach, breach.breachAt === null && styles.past)} role="status">
      <h2>
        <Icon name={breach.breachAt === null ? 'triangle' : 'clock'} />
        {breach.breachAt === null
          ? t('hasPassed', { field, n })
          : t('willPass', { field, n, time: clock(breach.breachAt) })}
      </h2>
      <p>
        {[
          t('situation', { waiting, open, each: Math.round(breach.each / 60) }),
          best !== undefined
            ? words(best).why
            : board.counters.some(({ state }) => state !== 'open')
              ? t('pickCounter')
              : '',
        ]
          .filter((sentence) => sentence !== '')
          .join(' ')}
      </p>
    </section>
  );
}

/** What citizens said at the kiosk: never the rate without how many answered of how many. */
function Satisfaction({
  board: { ratings, served },
  onTickets,
}: {
  readonly board: OfficeBoard;
  readonly onTickets: OpenTickets;
}): ReactNode {
  const t = useTranslations('board');
  const { satisfied, neutral, unsatisfied } = ratings;
  const n = satisfied + neutral + unsatisfied;
  return (
    <OutcomePart label={t('satisfaction')}>
      {n === 0 ? (
        <p>{t('nobodyRated', { served })}</p>
      ) : (
        <>
          <p>{t('rated', { satisfied, n, served, unsatisfied })}</p>
          <Button size="small" className={styles.below} onPress={() => onTickets({ which: 'rated' })}>
            {t('seeRated')}
          </Button>
        </>
      )}
    </OutcomePart>
  );
}

/** The fields with the longest waits to come; the rest in one line. */
const SHOWN = 3;

function NextHour({ board }: { readonly board: OfficeBoard }): ReactNode {
  const t = useTranslations('board');
  const say = useSay();
  const rows = board.series
    .map(({ letter, name, next }) => ({ key: letter, name: say(name), ...next }))
    .toSorted((a, b) => b.longest - a.longest);
  const first = rows.length <= SHOWN + 1 ? rows : rows.slice(0, SHOWN);
  const rest = rows.slice(first.length);
  const all =
    rest.length === 0
      ? first
      : [
          ...first,
          {
            key: 'rest',
            name: t('other'),
            coming: rest.reduce((sum, { coming }) => sum + coming, 0),
            done: rest.reduce((sum, { done }) => sum + done, 0),
            longest: Math.max(...rest.map(({ longest }) => longest)),
          },
        ];
  // Before the first ticket of the day there is nothing to go by.
  if (all.length === 0) return null;
  return (
    <OutcomePart label={t('nextHour')}>
      <table className={styles.hour}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('coming')}</th>
            <th scope="col">{t('done')}</th>
            <th scope="col">{t('longestThen')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ key, name, coming, done, longest }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{coming}</td>
              <td>{done}</td>
              <td className={cx(toneOf(longest, board) !== null && styles.soon)}>{minutes(longest / 60)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </OutcomePart>
  );
}
