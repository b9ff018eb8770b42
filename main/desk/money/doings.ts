import { eventSchema, type ReadEvent } from '../../../contract/events.ts';
import { localDateTime, type CivilDate } from '../../../domain/calendar/civil-date.ts';
import type { LogEvent } from '../../../domain/log/envelope.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';

/** How often each thing was done at this machine on one day. */
export interface Doings {
  readonly guided: number;
  readonly refused: number;
  readonly handedOver: number;
  readonly returned: number;
}

const AT_ONCE = 500;
const DAY_MS = 86_400_000;

/**
 * Counted in this machine's own logs, each from its end backwards, by the moment each event itself says. It goes one day
 * further than the day asked for, because a clock may have been put right in between.
 */
export function doingsOn(context: DeskContext, date: CivilDate): Doings {
  const counts = { guided: 0, refused: 0, handedOver: 0, returned: 0 };
  const { log, meta } = context.store;
  for (const own of [enrolmentOf(context).log, ...(meta.get('formerLogs') ?? [])]) {
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const events = log?.before(own, before, AT_ONCE) ?? [];
      for (const event of events) {
        const kind = kindOf(event, date);
        if (kind !== null) counts[kind] += 1;
      }
      const last = events.at(-1);
      if (last === undefined || dayOf(last, DAY_MS) < date) break;
      before = last.envelope.seq;
    }
  }
  return counts;
}

const kinds = {
  'dossier.guided': 'guided',
  'dossier.refused': 'refused',
  'dossier.handedOver': 'handedOver',
  'dossier.returned': 'returned',
} as const satisfies Record<string, keyof Doings>;

function isCounted(read: ReadEvent | undefined): read is Extract<ReadEvent, { type: keyof typeof kinds }> {
  return read !== undefined && read.type in kinds;
}

function kindOf({ envelope, body }: LogEvent, date: CivilDate): keyof Doings | null {
  const read = eventSchema.safeParse({ type: envelope.type, version: envelope.version, body }).data;
  return isCounted(read) && read.body.at.startsWith(date) ? kinds[read.type] : null;
}

function dayOf({ envelope }: LogEvent, later: number): CivilDate {
  return localDateTime(Math.max(0, envelope.at.device + (envelope.at.offset ?? 0) + later)).slice(0, 10);
}
