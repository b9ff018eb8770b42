import { beginningSchema, MAX_MOVED, type Beginning, type MovedRun } from '../../contract/logs.ts';
import { beginningText, signText, type SigningKey } from '../../contract/signing.ts';
import type { Envelope, LogEvent } from '../../domain/log/envelope.ts';
import type { Sqlite } from './sqlite.ts';

/** How the desks of the office began logs of their own making, each signed by its desk (lời mở sổ). */
export interface Beginnings {
  get(log: string): Beginning | null;
  /** Keeps one, already proven, where it says more than what is known of that log. @returns whether it does */
  keep(beginning: Beginning): boolean;
  all(): Beginning[];
  /** Of that log itself, and of those its desk began when it left it. */
  about(log: string): Beginning[];
}

export function beginningsOf(db: Sqlite): Beginnings {
  const one = db.prepare<[string], { text: string }>('SELECT text FROM beginning WHERE log = ?');
  const all = db.prepare<[], { text: string }>('SELECT text FROM beginning ORDER BY log');
  const put = db.prepare(
    'INSERT INTO beginning (log, text) VALUES (?, ?) ON CONFLICT (log) DO UPDATE SET text = excluded.text',
  );
  const about = db.prepare<{ log: string }, { text: string }>(
    `SELECT text FROM beginning WHERE log = @log
     OR EXISTS (SELECT 1 FROM json_each(text, '$.left') AS l WHERE json_extract(l.value, '$.log') = @log) ORDER BY log`,
  );
  const read = ({ text }: { readonly text: string }): Beginning => beginningSchema.parse(JSON.parse(text));
  const get = (log: string): Beginning | null => {
    const row = one.get(log);
    return row === undefined ? null : read(row);
  };
  return {
    get,
    keep(beginning) {
      const known = get(beginning.log);
      if (known !== null && sizeOf(known) >= sizeOf(beginning)) return false;
      put.run(beginning.log, JSON.stringify(beginning));
      return true;
    },
    all: () => all.all().map(read),
    about: (log) => about.all({ log }).map(read),
  };
}

/** How much it says: a desk adds to it what it moves later. */
export function sizeOf({ moved }: Beginning): number {
  return moved.reduce((sum, { ids }) => sum + ids.length, 0);
}

/** An event that was moved: where it had stood, and as it stands now. */
export interface Moved {
  readonly from: Envelope;
  readonly event: LogEvent;
}

/** The desk's signed word, with what it has moved now behind what it said before. */
export function beginningWith(
  said: Pick<Beginning, 'device' | 'log' | 'left' | 'moved'>,
  moved: readonly Moved[],
  key: SigningKey,
): Beginning {
  const runs = said.moved.map((run) => ({ ...run, ids: [...run.ids] }));
  let count = runs.reduce((sum, { ids }) => sum + ids.length, 0);
  for (const { from, event } of moved) {
    const { id, log, seq } = event.envelope;
    // What says something else now is another event to whoever knew it: it goes as it stands.
    if (id !== from.id || log !== said.log || String(from.after) !== String(event.envelope.after)) continue;
    if (count === MAX_MOVED) break;
    count += 1;
    const last = runs.at(-1);
    const goesOn =
      last?.from === from.log && last.at + last.ids.length === seq && last.seq + last.ids.length === from.seq;
    if (goesOn) last.ids.push(id);
    else runs.push({ at: seq, from: from.log, seq: from.seq, ids: [id] });
  }
  const text = { device: said.device, log: said.log, left: said.left, moved: runs };
  return { ...text, signature: signText(key, beginningText(text)) };
}

/** Whether an event at that place was moved there from the other. */
export function isMovedBy({ moved }: { readonly moved: readonly MovedRun[] }, from: Envelope, to: Envelope): boolean {
  return moved.some(
    (run) => run.from === from.log && to.seq - run.at === from.seq - run.seq && run.ids[to.seq - run.at] === to.id,
  );
}
