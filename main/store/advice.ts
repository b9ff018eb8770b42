import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { dateOf } from '../../domain/calendar/civil-date.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import type { AdviceGiven } from '../../domain/office/events.ts';
import { saidOf } from './read-events.ts';
import type { Sqlite } from './sqlite.ts';

/** What was told about a procedure, by whom. */
export interface AdviceRow extends AdviceGiven {
  readonly id: string;
  /** User id of who told it. */
  readonly by: string;
  /** Whether a sheet was made of it, at any desk of the office. */
  readonly printed: boolean;
}

/** Advice (hướng dẫn thủ tục) as it was given here and at the office's other desks. */
export interface AdviceBook {
  project(id: string, events: readonly LogEvent[]): void;
  get(id: string): AdviceRow | null;
  /** Of a day (Vietnam date), newest first. */
  on(date: CivilDate, limit: number): AdviceRow[];
}

interface Row {
  readonly id: string;
  readonly actor: string;
  readonly body: string;
  readonly printed: number;
}

export function adviceOf(db: Sqlite): AdviceBook {
  const put = db.prepare(
    `INSERT INTO advice (id, date, at_local, actor, body, printed) VALUES (@id, @date, @at, @actor, @body, @printed)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body, printed = excluded.printed`,
  );
  const remove = db.prepare('DELETE FROM advice WHERE id = ?');
  const get = db.prepare<[string], Row>('SELECT id, actor, body, printed FROM advice WHERE id = ?');
  const on = db.prepare<[string, number], Row>(
    'SELECT id, actor, body, printed FROM advice WHERE date = ? ORDER BY at_local DESC, id DESC LIMIT ?',
  );
  return {
    project(id, events) {
      const said = saidOf(events);
      const printed = said.some(({ read }) => read?.type === 'advice.slipIssued');
      for (const { envelope, read } of said) {
        if (read?.type !== 'advice.given') continue;
        const { body } = read;
        put.run({
          id,
          actor: envelope.actor,
          date: dateOf(body.at),
          at: body.at,
          body: JSON.stringify(body),
          printed: printed ? 1 : 0,
        });
        return;
      }
      // Nothing of it can be read any more.
      remove.run(id);
    },
    get(id) {
      const row = get.get(id);
      return row === undefined ? null : rowOf(row);
    },
    on: (date, limit) => on.all(date, limit).map(rowOf),
  };
}

function rowOf({ id, actor, body, printed }: Row): AdviceRow {
  // Written by `project` above.
  return { ...(JSON.parse(body) as AdviceGiven), id, by: actor, printed: printed === 1 };
}
