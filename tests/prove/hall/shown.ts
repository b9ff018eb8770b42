import { z } from 'zod';
import { systemClock } from '../../../main/clock.ts';
import { ticketEvent, type Row } from './merged.ts';
import type { Machine } from './office.ts';

/** What stands on the waiting room's display, looked at from outside. */

const callsSchema = z.object({
  calls: z.array(z.object({ number: z.string(), counter: z.string(), at: z.string(), again: z.boolean() })),
});
export type ShownCalls = z.output<typeof callsSchema>['calls'];

export async function shownAt(display: Machine): Promise<ShownCalls> {
  return callsSchema.parse(await display.call('display.view', {})).calls;
}

/** Until the display shows this number at this counter. @returns ms; null: not within `within` */
export async function untilShown(
  display: Machine,
  call: { readonly number: string; readonly counter: string },
  within: number,
): Promise<number | null> {
  const began = systemClock.monotonic();
  for (;;) {
    const calls = await shownAt(display);
    const took = systemClock.monotonic() - began;
    if (calls.some(({ number, counter }) => number === call.number && counter === call.counter)) return took;
    if (took > within) return null;
    await new Promise<void>((resolve) => void systemClock.after(10, resolve));
  }
}

/**
 * Everything shown is a call of the log, with its number, counter and moment, each number once, and the newest call of the
 * log that nothing has taken back stands there. @returns the first thing that is otherwise, or null
 */
export function shownBroken(
  calls: ShownCalls,
  rows: readonly Row[],
  counterNames: ReadonlyMap<string, string>,
): string | null {
  const texts = new Map<string, string>();
  const called: { readonly ticket: string; readonly counter: string; readonly at: string }[] = [];
  for (const row of rows) {
    const event = ticketEvent(row);
    const ticket = row.envelope.aggregateId;
    if (event?.type === 'ticket.issued') texts.set(ticket, event.body.text);
    if (event?.type === 'ticket.called') called.push({ ticket, counter: event.body.counter, at: event.body.at });
    if (event?.type === 'ticket.recalled') {
      const before = called.findLast((one) => one.ticket === ticket);
      if (before !== undefined) called.push({ ticket, counter: before.counter, at: event.body.at });
    }
  }
  const keys = new Set(
    called.map(({ ticket, counter, at }) => `${texts.get(ticket) ?? ''} ${counterNames.get(counter) ?? counter} ${at}`),
  );
  const strange = calls.find(({ number, counter, at }) => !keys.has(`${number} ${counter} ${at}`));
  if (strange !== undefined)
    return `the display shows ${strange.number} at ${strange.counter}, ${strange.at}: no such call`;
  if (new Set(calls.map(({ number }) => number)).size < calls.length) return 'the display shows a number twice';
  const newest = called
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  if (newest !== undefined && calls[0]?.at !== newest) return `the newest call of ${newest} does not stand first`;
  return null;
}
