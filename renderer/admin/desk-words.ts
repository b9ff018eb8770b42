import { useTranslations } from 'use-intl';
import type { KeptApart } from '../../contract/kept-apart.ts';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import { clock, dayMonth } from '../ui/format.ts';

/** "15:20 23/11". @param ms by the server's clock */
export function moment(ms: number): string {
  const local = localDateTime(ms);
  return `${clock(local)} ${dayMonth(local)}`;
}

export type EventWord = 'received' | 'slip' | 'handover' | 'returned' | 'dossier' | 'hall' | 'office';

/** What an event is about, as far as its type says; of its content who administers sees whose it is, no more. */
export function eventWord(type: string): EventWord {
  if (type === 'dossier.received') return 'received';
  if (type === 'dossier.slipIssued') return 'slip';
  if (type === 'dossier.returned') return 'returned';
  if (type === 'dossier.handedOver' || type === 'dossier.handoverAccepted' || type.startsWith('batch.'))
    return 'handover';
  if (type.startsWith('dossier.')) return 'dossier';
  return type.startsWith('ticket.') || type.startsWith('hall.') ? 'hall' : 'office';
}

/** Whose it is, as far as it can be read: "hồ sơ H20.57-261123-0007, Nguyễn Văn An"; else the end of its id. */
export function useWhose(): (event: KeptApart) => string {
  const t = useTranslations('admin');
  return ({ about, aggregateId }) => {
    const { code = null, applicant = null } = about ?? {};
    if (code !== null && applicant !== null) return t('letInWhose.both', { code, name: applicant });
    if (code !== null) return t('letInWhose.code', { code });
    if (applicant !== null) return t('letInWhose.name', { name: applicant });
    return t('letInWhose.id', { id: aggregateId.slice(-12) });
  };
}

/** Under this the time of the way to the server is as large as the difference, ms. */
const SAME_MS = 5_000;
const unitMs = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** A difference of clocks in the unit a person would say it in: two of the next larger are the most. @param ms above zero */
export function clockUnit(ms: number): { readonly unit: keyof typeof unitMs; readonly n: number } {
  const unit =
    ms < 2 * unitMs.minutes ? 'seconds' : ms < 2 * unitMs.hours ? 'minutes' : ms < 2 * unitMs.days ? 'hours' : 'days';
  return { unit, n: Math.round(ms / unitMs[unit]) };
}

/** How far a desk's clock is off, in words. */
export function useClockWords(): (offset: number | null) => string {
  const t = useTranslations('admin');
  return (offset) => {
    if (offset === null) return t('notKnown');
    const by = Math.abs(offset);
    if (by < SAME_MS) return t('clockRight');
    const { unit, n } = clockUnit(by);
    return t(offset > 0 ? 'clockSlow' : 'clockFast', { by: t(`clockUnits.${unit}`, { n }) });
  };
}
