import type { ServerResponse } from 'node:http';

/**
 * "There is more": what a desk is told the moment its office's feed or the reference data grows. `board`: some office's
 * feed has, told to offices that watch the province's board; `watch` says that one does, and goes to no desk. `revoked`
 * goes to none either: it names a machine in the office's place, whose line ends.
 */
export const hintTopics = ['feed', 'reference', 'board', 'watch', 'revoked'] as const;
export type HintTopic = (typeof hintTopics)[number];

export interface Hints {
  /** Tells the desks of these offices, on this and every other instance. @param by the desk whose doing it is: it looks anyway */
  publish(topic: HintTopic, offices: Iterable<string>, by?: string): void;
  /** Keeps an answer open for one desk; a second one of the same desk ends the first. */
  open(device: string, office: string, out: ServerResponse): void;
  /** Says it on this instance only. Office '*' means all. */
  tell(topic: HintTopic, office: string, by?: string): void;
  /** How many desks listen here. */
  lines(): number;
  close(): void;
}

interface Line {
  readonly device: string;
  readonly office: string;
  readonly out: ServerResponse;
  /** Which part of the heartbeat it hears. */
  readonly part: number;
}

/** A silent line is cut by routers; a comment now and then keeps it, and finds the dead ones. */
const HEARTBEAT_MS = 20_000;
/** So many parts of the lines one after the other: written to all at once, thousands of them would hold up whoever asks. */
const HEARTBEAT_PARTS = 40;
/** An office that asked for the board is told of it for so long. */
const WATCHES_FOR_MS = 60_000;
/** All that grows within this time is one word to those who watch. */
const BOARD_EVERY_MS = 250;

/** @param spread carries a hint to the other instances; without it this one is alone */
export function createHints(spread?: (topic: HintTopic, office: string, by?: string) => void): Hints {
  const open = new Map<string, Line>();
  /** The same by office: with thousands of lines here, each hint is for a handful. */
  const byOffice = new Map<string, Set<Line>>();
  let opened = 0;
  let beating = 0;
  const heartbeat = setInterval(() => {
    beating = (beating + 1) % HEARTBEAT_PARTS;
    for (const { out, part } of open.values()) if (part === beating) out.write(':\n\n');
  }, HEARTBEAT_MS / HEARTBEAT_PARTS);
  heartbeat.unref();
  const watching = new Map<string, NodeJS.Timeout>();
  let boardTimer: NodeJS.Timeout | null = null;
  const watch = (office: string): void => {
    clearTimeout(watching.get(office));
    watching.set(office, setTimeout(() => watching.delete(office), WATCHES_FOR_MS).unref());
  };
  const boardGrew = (): void => {
    if (watching.size === 0) return;
    boardTimer ??= setTimeout(() => {
      boardTimer = null;
      for (const office of watching.keys()) say('board', office);
    }, BOARD_EVERY_MS).unref();
  };
  const say: Hints['tell'] = (topic, office, by) => {
    const text = `data: ${JSON.stringify({ topic })}\n\n`;
    const lines = office === '*' ? open.values() : (byOffice.get(office) ?? []);
    for (const line of lines) if (line.device !== by) line.out.write(text);
  };
  const tell: Hints['tell'] = (topic, office, by) => {
    if (topic === 'watch') {
      watch(office);
      return;
    }
    if (topic === 'revoked') {
      open.get(office)?.out.end();
      return;
    }
    if (topic === 'feed') boardGrew();
    say(topic, office, by);
  };
  const forget = (line: Line): void => {
    if (open.get(line.device) === line) open.delete(line.device);
    const beside = byOffice.get(line.office);
    beside?.delete(line);
    if (beside?.size === 0) byOffice.delete(line.office);
  };
  return {
    tell,
    publish(topic, offices, by) {
      for (const office of offices) (spread ?? tell)(topic, office, by);
    },
    open(device, office, out) {
      open.get(device)?.out.end();
      opened = (opened + 1) % HEARTBEAT_PARTS;
      const line = { device, office, out, part: opened };
      open.set(device, line);
      byOffice.set(office, (byOffice.get(office) ?? new Set()).add(line));
      out.on('close', () => forget(line));
      out.on('error', () => undefined);
      out.write(':\n\n');
    },
    lines: () => open.size,
    close() {
      clearInterval(heartbeat);
      if (boardTimer !== null) clearTimeout(boardTimer);
      for (const timer of watching.values()) clearTimeout(timer);
      for (const { out } of open.values()) out.end();
    },
  };
}
