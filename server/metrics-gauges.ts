import { Gauge, type Registry } from 'prom-client';
import type { Clock } from './ports.ts';
import { alarmCounts } from './store/alarms.ts';
import { deskStates } from './store/desk-contact.ts';
import { messageCounts } from './store/messages.ts';
import { poolUse, type Db } from './store/pool.ts';

export interface DatabaseFigures {
  readonly db: Db;
  readonly clock: Clock;
  /** Desks that listen for hints at this instance. */
  readonly hintLines: () => number;
}

/** A database that does not answer within this must not take the other figures with it, ms. */
const ANSWER_WITHIN_MS = 3000;
const SILENT_AFTER_MS = 3_600_000;

/** @returns reads the figures anew; called before each time they are told */
export function databaseGauges(registry: Registry, { db, clock, hintLines }: DatabaseFigures): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const connections = gauge('qmc_database_connections', 'Connections of the pool, and who waits for one', ['state']);
  const lines = gauge('qmc_hint_lines', 'Desks that listen for hints at this instance');
  const up = gauge('qmc_database_up', 'Whether the database answered just now');
  const messages = gauge('qmc_messages', 'Messages to citizens', ['state']);
  const alarms = gauge('qmc_alarms', 'Refused events, and what should not have come in', ['reason']);
  const desks = gauge('qmc_office_desks', 'Enrolled desks that were not revoked', ['office']);
  const contact = gauge('qmc_office_contact_age_seconds', 'Since any desk of the office was last heard', ['office']);
  const silent = gauge('qmc_office_silent_desks', 'Desks not heard for an hour', ['office']);
  const unsent = gauge('qmc_office_unsent_events', 'Events its desks said they had not sent', ['office']);
  const lag = gauge('qmc_office_feed_lag_events', 'Events the desk furthest behind has not read', ['office']);

  const read = async (): Promise<void> => {
    const [counts, states, raised] = await Promise.all([messageCounts(db), deskStates(db, null), alarmCounts(db)]);
    alarms.reset();
    for (const { reason, n } of raised) alarms.set({ reason }, Number(n));
    for (const state of ['waiting', 'sent', 'dead'] as const) messages.set({ state }, counts[state]);
    for (const one of [desks, contact, silent, unsent, lag]) one.reset();
    const now = clock.now();
    const working = states.filter(({ revokedAt }) => revokedAt === null);
    for (const [office, own] of Map.groupBy(working, (state) => state.office)) {
      const heard = own.flatMap(({ lastContact }) => (lastContact === null ? [] : [lastContact]));
      desks.set({ office }, own.length);
      if (heard.length > 0) contact.set({ office }, (now - Math.max(...heard)) / 1000);
      silent.set({ office }, own.length - heard.filter((at) => now - at < SILENT_AFTER_MS).length);
      const waiting = own.reduce((sum, { report }) => sum + (report?.unsent ?? 0), 0);
      unsent.set({ office }, waiting);
      lag.set({ office }, Math.max(...own.map(({ behind }) => behind)));
    }
  };
  return async () => {
    const { open, idle, waiting } = poolUse(db);
    connections.set({ state: 'busy' }, open - idle);
    connections.set({ state: 'idle' }, idle);
    connections.set({ state: 'waited_for' }, waiting);
    lines.set(hintLines());
    up.set((await answersInTime(read())) ? 1 : 0);
  };
}

async function answersInTime(work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
