import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallOutput } from '../../contract/desk.ts';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import type { ToldHow } from '../stores/correction.ts';
import { keyOf, type MatterRow } from './matter-row.ts';

export type Matter = CallOutput<'attention.open'>;
export type Choice = Matter['rows'][number]['choice'];
export type ToldWay = 'phone' | 'letter' | 'counter' | 'message';

/** What the officer said of one matter and did not save yet. */
export interface MatterWork {
  readonly choices: Readonly<Record<string, Choice>>;
  readonly reason: string;
  /** How the citizen learns that their slip is void. */
  readonly told: ToldHow | null;
  /** How a call that was owed was made, and what was said. */
  readonly way: ToldWay;
  readonly text: string;
}

const untouched: MatterWork = { choices: {}, reason: '', told: null, way: 'phone', text: '' };

/** What was done last, said until something else is. */
export interface Settled {
  readonly row: MatterRow;
  readonly what: 'settled' | 'told' | 'seen';
  /** A new slip is to be printed. */
  readonly callBack: boolean;
}

export interface MatterInHand {
  readonly matter: Matter | null;
  readonly preview: CallOutput<'attention.preview'> | null;
  readonly work: MatterWork;
  readonly change: (part: Partial<MatterWork>) => void;
  readonly settle: () => void;
  readonly tell: () => void;
  /** It was looked at: what is no dossier here has nothing else to it. */
  readonly see: () => void;
  readonly pending: boolean;
  readonly problem: DeskProblem | null;
  readonly settled: Settled | null;
}

/** The chosen matter: opened, previewed as chosen, settled. What was said of the others stays while one looks at this one. */
export function useMatter(row: MatterRow | null): MatterInHand {
  const [works, setWorks] = useState<Readonly<Record<string, MatterWork>>>({});
  const [settled, setSettled] = useState<Settled | null>(null);
  const key = row === null ? '' : keyOf(row);
  const work = works[key] ?? untouched;
  const about = { dossierId: row?.dossierId ?? '', key: row?.key ?? '' };
  const opened = useDesk('attention.open', about, ['dossiers'], { when: row !== null });
  const matter = opened.data !== undefined && keyOf(opened.data.row) === key ? opened.data : null;
  const isChoice = matter !== null && matter.rows.length > 0;
  const previewed = useDesk('attention.preview', { ...about, choices: work.choices }, ['dossiers'], { when: isChoice });
  const act = useMutation({
    mutationFn: async (what: Settled['what']): Promise<Omit<Settled, 'row'>> => {
      if (what === 'told') {
        await desk('attention.told', { dossierId: about.dossierId, way: work.way, text: work.text });
        return { what, callBack: false };
      }
      if (what === 'seen') {
        await desk('attention.seen', about);
        return { what, callBack: false };
      }
      const { choices, reason, told } = work;
      // With nothing to tell the citizen, nobody was asked how.
      const reply = await desk('attention.settle', { ...about, choices, reason, told: told ?? 'later' });
      return { what, callBack: reply.callBack };
    },
    onSuccess: (done) => {
      if (row !== null) setSettled({ row, ...done });
      setWorks(({ [key]: _done, ...others }) => others);
    },
  });
  const run = (what: Settled['what']): void => {
    if (!act.isPending) act.mutate(what);
  };
  const problem = opened.error ?? (act.error === null ? null : problemOf(act.error));
  return {
    matter,
    preview: isChoice ? (previewed.data ?? null) : null,
    work,
    change: (part) => setWorks((all) => ({ ...all, [key]: { ...untouched, ...all[key], ...part } })),
    settle: () => run('settled'),
    tell: () => run('told'),
    see: () => run('seen'),
    pending: act.isPending,
    problem,
    settled,
  };
}
