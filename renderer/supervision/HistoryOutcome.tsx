import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { TicketsAsked } from '../../contract/desk/board.ts';
import { desk } from '../app/desk-client.ts';
import { ListFileOutcome } from '../app/ListFileOutcome.tsx';
import { useSay } from '../app/say.ts';
import { OutcomeFigure } from '../frame/Outcome.tsx';
import { Button } from '../ui/Button.tsx';
import { minutes } from '../ui/format.ts';
import styles from './Board.module.css';
import { Definitions, explained } from './Definitions.tsx';

export type HistoryLine = CallOutput<'board.history'>['whole'];
type Which = TicketsAsked['which'];

/** Whole minutes; empty where there is nothing to tell. */
export const wholeMinutes = (seconds: number | null | undefined): string =>
  seconds === null || seconds === undefined ? '' : minutes(seconds / 60);

/** The chosen row beside the whole range; each figure opens the tickets behind it. The files, and how it is counted. */
export function HistoryOutcome({
  range,
  line,
  onOpen,
  whole,
  limits,
}: {
  readonly range: { readonly from: string; readonly to: string };
  readonly line: HistoryLine | null;
  readonly onOpen: (line: HistoryLine | null, which?: Which) => void;
  readonly whole: HistoryLine | null;
  readonly limits: readonly number[];
}): ReactNode {
  const t = useTranslations('board');
  const [explains, setExplains] = useState(false);
  return (
    <ListFileOutcome
      line={line}
      open={t('behind')}
      none={t('chooseRow')}
      onOpen={onOpen}
      made={(kind) => desk(kind === 'xlsx' ? 'board.workbook' : 'board.pdf', range)}
    >
      {explains ? (
        <Definitions definitions={explained} onClose={() => setExplains(false)} />
      ) : (
        whole !== null && (
          <>
            <OutcomeFigure label={t('whole')} figure={wholeMinutes(whole.wait?.p90) || '–'}>
              {t('p90')}
            </OutcomeFigure>
            <Figures line={line} whole={whole} onOpen={onOpen} />
            <p className={styles.note}>
              {t('wholeLimit', { limit: limits.map((each) => `${each / 60}′`).join(', ') })} {t('counted')}
            </p>
          </>
        )
      )}
      <Button size="small" action="definitions" className={styles.explain} onPress={() => setExplains(!explains)}>
        {t(explains ? 'showFigures' : 'definitions')}
      </Button>
    </ListFileOutcome>
  );
}

function Figures({
  line,
  whole,
  onOpen,
}: {
  readonly line: HistoryLine | null;
  readonly whole: HistoryLine;
  readonly onOpen: (line: HistoryLine | null, which: Which) => void;
}): ReactNode {
  const t = useTranslations('board');
  const say = useSay();
  const rows = [
    { key: 'people', which: 'all', of: ({ tickets }: HistoryLine) => String(tickets) },
    { key: 'medianHead', which: 'waited', of: ({ wait }: HistoryLine) => wholeMinutes(wait?.median) },
    { key: 'p90Head', which: 'waited', of: ({ wait }: HistoryLine) => wholeMinutes(wait?.p90) },
    { key: 'longestHead', which: 'waited', of: ({ longest }: HistoryLine) => wholeMinutes(longest) },
    { key: 'breachedHead', which: 'breached', of: ({ breached }: HistoryLine) => String(breached) },
    { key: 'each', which: 'timed', of: ({ service }: HistoryLine) => wholeMinutes(service) },
  ] as const;
  const names = [...(line === null ? [] : [{ line, name: say(line.name) }]), { line: null, name: t('wholeShort') }];
  return (
    <table className={styles.compare}>
      <thead>
        <tr>
          <td />
          {names.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, which, of }) => (
          <tr key={key}>
            <th scope="row">{t(key)}</th>
            {names.map(({ line: each, name }) => {
              const words = of(each ?? whole);
              return (
                <td key={name}>
                  {words !== '' && (
                    <button
                      type="button"
                      className={styles.class}
                      aria-label={t('figureOf', { figure: words, name: t(key), of: name })}
                      onClick={() => onOpen(each, which)}
                    >
                      <b>{words}</b>
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
