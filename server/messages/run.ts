import type { FastifyBaseLogger } from 'fastify';
import { workOff, type MessagePorts } from './work-off.ts';

export interface MessageRun {
  /** Something may be new in the queue. */
  wake(): void;
  /** Finishes the attempts under way. */
  stop(): Promise<void>;
}

/** Another instance may have queued something, or a lease has run out. */
const LONGEST_SLEEP_MS = 30_000;
const SHORTEST_SLEEP_MS = 250;

/** Works the queue off as long as the server runs. What a database that is away leaves undone is done at the next look. */
export function runMessages(ports: Omit<MessagePorts, 'gaveUp'>, log: FastifyBaseLogger): MessageRun {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let again = false;
  let working: Promise<void> | null = null;
  const full: MessagePorts = {
    ...ports,
    gaveUp: ({ id, reason }) => log.error({ message: id, reason }, 'a message to a citizen was given up'),
  };

  const sleep = (ms: number): void => {
    timer = setTimeout(wake, ms);
    timer.unref();
  };
  const work = async (): Promise<void> => {
    let wait = LONGEST_SLEEP_MS;
    try {
      const next = await workOff(full, () => !stopped);
      if (next !== null) wait = Math.min(wait, Math.max(SHORTEST_SLEEP_MS, next - ports.clock.now()));
    } catch (error) {
      log.error({ err: error }, 'messages to citizens could not be worked off; they wait');
    }
    working = null;
    if (stopped) return;
    if (again) wake();
    else sleep(wait);
  };
  function wake(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (stopped) return;
    again = working !== null;
    working ??= work();
  }
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await working;
    },
  };
}
