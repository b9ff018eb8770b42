import { useTranslations } from 'use-intl';
import type { HallStatus } from '../../contract/desk/hall.ts';
import { useHallStatus } from './hall-status.ts';

type Trouble = HallStatus['papers'][number]['trouble'];

const shortKeys = {
  'paper-out': 'shortPaperOut',
  'cover-open': 'shortCoverOpen',
  offline: 'shortOffline',
  'not-reached': 'shortOffline',
  error: 'shortPrinterError',
} as const satisfies Record<Trouble, string>;

/** Of the hall's ticket printers the first that cannot print, in a few words; null: all can, as far as they say. */
export function useTicketPaper(): string | null {
  const t = useTranslations('hall');
  const papers = useHallStatus()?.papers ?? [];
  // Where no other prints instead, people stand without a ticket: that one first.
  const [first, ...more] = papers.toSorted((a, b) => Number(a.standIn) - Number(b.standIn));
  if (first === undefined) return null;
  const told = { machine: first.machine, why: t(shortKeys[first.trouble]) };
  const words = first.standIn ? t('papersShortStandIn', told) : t('papersShort', told);
  return more.length === 0 ? words : t('papersMore', { words, n: more.length });
}
