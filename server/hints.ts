import type { ServerResponse } from 'node:http';

/** "There is more": what a desk is told the moment its office's feed or the reference data grows. */
export type HintTopic = 'feed' | 'reference';

export interface Hints {
  /** Tells the desks of these offices, on this and every other instance. */
  publish(topic: HintTopic, offices: Iterable<string>): void;
  /** Keeps an answer open for one desk; a second one of the same desk ends the first. */
  open(device: string, office: string, out: ServerResponse): void;
  /** Says it on this instance only. Office '*' means all. */
  tell(topic: HintTopic, office: string): void;
  /** How many desks listen here. */
  lines(): number;
  close(): void;
}

/** A silent line is cut by routers; a comment now and then keeps it, and finds the dead ones. */
const HEARTBEAT_MS = 20_000;

/** @param spread carries a hint to the other instances; without it this one is alone */
export function createHints(spread?: (topic: HintTopic, office: string) => void): Hints {
  const open = new Map<string, { office: string; out: ServerResponse }>();
  const heartbeat = setInterval(() => {
    for (const { out } of open.values()) out.write(':\n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const tell = (topic: HintTopic, office: string): void => {
    for (const line of open.values()) {
      if (office === '*' || line.office === office) line.out.write(`data: ${JSON.stringify({ topic })}\n\n`);
    }
  };
  return {
    tell,
    publish(topic, offices) {
      for (const office of offices) (spread ?? tell)(topic, office);
    },
    open(device, office, out) {
      open.get(device)?.out.end();
      const line = { office, out };
      open.set(device, line);
      out.on('close', () => {
        if (open.get(device) === line) open.delete(device);
      });
      out.on('error', () => undefined);
      out.write(':\n\n');
    },
    lines: () => open.size,
    close() {
      clearInterval(heartbeat);
      for (const { out } of open.values()) out.end();
    },
  };
}
