import type { LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { ProblemError } from '../../contract/problems.ts';
import type { Topic } from '../../contract/desk.ts';
import type { Counter, Office, Reference } from '../../contract/sync.ts';
import type { Enrolment } from '../store/meta.ts';
import type { Stamp } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import type { LineState } from '../sync/line-state.ts';
import type { ReferenceData } from './reference-data.ts';
import type { DeskOptions } from './ports.ts';
import type { TrustedTime } from './trusted-time.ts';

/** What every use case of an opened desk stands on. */
export interface DeskContext extends Pick<DeskOptions, 'clock' | 'random' | 'log' | 'printer' | 'host' | 'fetch'> {
  readonly store: Store;
  readonly reference: ReferenceData;
  readonly changed: (topic: Topic) => void;
  /** Milliseconds since 1970 by the province's clock, as far as this machine knows it. */
  now(): number;
  /** The same as Vietnam local time. */
  localNow(): LocalDateTime;
  /** The same, and what is known of this machine's clock. */
  time(): TrustedTime;
  stamp(): Stamp;
  /** Whether the last request to the province was answered. */
  isOnline(): boolean;
  /** How the line to the province is. */
  line(): LineState;
  /** Something new is to be sent. */
  kick(): void;
}

/** @throws ProblemError DK-03 before enrolment. */
export function enrolmentOf(context: DeskContext): Enrolment {
  const enrolment = context.store.meta.get('enrolment');
  if (enrolment === null) throw new ProblemError('DK-03');
  return enrolment;
}

export function ownOffice(context: DeskContext): Office {
  const { office } = enrolmentOf(context);
  const found = (context.store.reference.get('offices') ?? []).find((row) => row.id === office);
  if (found === undefined) throw new ProblemError('DK-03');
  return found;
}

export function ownCounter(context: DeskContext): Counter {
  const found = counterById(context, enrolmentOf(context).counter);
  if (found === null) throw new ProblemError('DK-03');
  return found;
}

/** A place of the office; null: the province has not told of it. */
export function counterById(context: DeskContext, id: string): Counter | null {
  return (context.store.reference.get('counters') ?? []).find((row) => row.id === id) ?? null;
}

/** A user's name; the id where this office does not know them. */
export function nameOfUser(context: DeskContext, id: string): string {
  return (context.store.reference.get('users') ?? []).find((user) => user.id === id)?.name ?? id;
}

/** How an office is called in lists; the id where the province's table does not know it. */
export function nameOfOffice(context: DeskContext, id: string): string {
  return (context.store.reference.get('offices') ?? []).find((office) => office.id === id)?.shortName ?? id;
}

/** Before the province's came. */
const noSettings: Reference['settings'] = {
  offlineNumbersTemporary: false,
  lookupUrl: '',
  hotline: '',
  scanBytesPerSecond: 262_144,
};

export function settingsOf(context: DeskContext): Reference['settings'] {
  return context.store.reference.get('settings') ?? noSettings;
}
