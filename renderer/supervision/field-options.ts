import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { useSay } from '../app/say.ts';

type Field = OfficeBoard['fields'][number];

/** Fields to choose from, those whose people wait longest first, each with who waits there. */
export function useFieldOptions(
  board: OfficeBoard,
  fits: (field: Field) => boolean,
): { readonly value: string; readonly label: string }[] {
  const t = useTranslations('board');
  const say = useSay();
  const waits = new Map(board.series.map((row) => [row.letter, row.waits]));
  return board.fields
    .filter(fits)
    .map(({ letter, name }) => ({ letter, name, waits: waits.get(letter) ?? [] }))
    .sort((a, b) => (b.waits[0]?.seconds ?? -1) - (a.waits[0]?.seconds ?? -1))
    .map((row) => ({
      value: row.letter,
      label: t('fieldOption', {
        letter: row.letter,
        field: say(row.name),
        n: row.waits.length,
        longest: Math.trunc((row.waits[0]?.seconds ?? 0) / 60),
      }),
    }));
}
