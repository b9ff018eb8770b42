import { useTranslations } from 'use-intl';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import { clock, dayMonth } from '../ui/format.ts';

/** "15:20 23/11". @param ms by the server's clock */
export function moment(ms: number): string {
  const local = localDateTime(ms);
  return `${clock(local)} ${dayMonth(local)}`;
}

export type EventWord = 'received' | 'slip' | 'handover' | 'returned' | 'dossier' | 'hall' | 'office';

/** What an event is about, as far as its type says; its content is not shown to who administers. */
export function eventWord(type: string): EventWord {
  if (type === 'dossier.received') return 'received';
  if (type === 'dossier.slipIssued') return 'slip';
  if (type === 'dossier.returned') return 'returned';
  if (type === 'dossier.handedOver' || type === 'dossier.handoverAccepted' || type.startsWith('batch.'))
    return 'handover';
  if (type.startsWith('dossier.')) return 'dossier';
  return type.startsWith('ticket.') || type.startsWith('hall.') ? 'hall' : 'office';
}

/** Under this the time of the way to the server is as large as the difference, ms. */
const SAME_MS = 5_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** How far a desk's clock is off, in words. */
export function useClockWords(): (offset: number | null) => string {
  const t = useTranslations('admin');
  return (offset) => {
    if (offset === null) return t('notKnown');
    const by = Math.abs(offset);
    if (by < SAME_MS) return t('clockRight');
    const unit = by < 2 * MINUTE_MS ? 'seconds' : by < 2 * DAY_MS ? 'minutes' : 'days';
    const n = Math.round(by / { seconds: 1000, minutes: MINUTE_MS, days: DAY_MS }[unit]);
    return t(offset > 0 ? 'clockSlow' : 'clockFast', { by: t(`clockUnits.${unit}`, { n }) });
  };
}
