import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hallDataSchema } from '../../../contract/hall-rules.ts';
import { hallRules } from '../../../domain/ticket/rules.ts';
import { systemClock } from '../../../main/clock.ts';
import { OFFICE } from '../../harness/enrolled-folder.ts';
import { brokenIn, replayed, type Printed, type Row } from './merged.ts';
import { machine, type Machine } from './office.ts';

/** `npm run prove -- hall`: four desks, a kiosk and a display as processes, and a hall that is lost again and again. */

export interface HallReport {
  readonly losses: Readonly<Record<Loss, number>>;
  readonly printed: number;
  readonly calls: number;
  /** Milliseconds: from the loss to the offer on each desk, from the key to the next call. */
  readonly offer: Spread;
  readonly next: Spread;
}
interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}
/** Killed mid-call · frozen, and back · its cable out, so that two reigns go on at once. */
type Loss = 'kill' | 'freeze' | 'cable';
const usual: readonly Loss[] = ['kill', 'kill', 'kill', 'freeze', 'kill', 'kill', 'kill', 'cable'];

const DATE = '2026-11-23';
const queueSchema = z.object({ series: z.array(z.object({ letter: z.string(), kind: z.string() })) });
const codeSchema = z.object({ code: z.string() });
const issuedSchema = z.object({ ticket: z.string(), text: z.string() });

/** @throws Error with what breaks decision 27 */
export async function proveHall(
  { count, seed, losing = usual }: { readonly count: number; readonly seed: string; readonly losing?: readonly Loss[] },
  told: (round: number) => void = () => undefined,
): Promise<HallReport> {
  const chance = draws(seed);
  const desks = await Promise.all(['ngan', 'tam', 'phuoc', 'ngan'].map((login, n) => machine(n + 1, 'desk', login)));
  const kiosk = await machine(5, 'kiosk', 'phuoc');
  const display = await machine(6, 'display', 'tam');
  const all = [...desks, kiosk, display];
  const printed: Printed[] = [];
  const offers: number[] = [];
  const nexts: number[] = [];
  const losses: Record<Loss, number> = { kill: 0, freeze: 0, cable: 0 };
  try {
    for (const one of all) await one.start();
    const devices = all.map(({ device: id, publicKey, counter, role: kind }) => ({
      id,
      publicKey,
      counter,
      name: counter,
      kind,
    }));
    for (const one of all) await one.do({ do: 'devices', devices });
    let host = first(desks);
    await host.call('hall.open', {});
    for (const one of all) if (one !== host) await join(host, one);
    const letters = queueSchema
      .parse(await host.call('queue.get', {}))
      .series.filter(({ kind }) => kind === 'field')
      .map(({ letter }) => letter)
      .slice(0, 4);
    for (const desk of desks) await desk.call('queue.act', { act: { kind: 'openCounter', series: letters } });

    const issue = async (at: Machine): Promise<void> => {
      const letter = letters[Math.floor(chance() * letters.length)] ?? '';
      try {
        const { ticket, text } = issuedSchema.parse(await at.do({ do: 'issue', series: letter }));
        printed.push({ ticket, text });
      } catch (error) {
        // Not answered, or refused: nothing was printed.
        if (!(error instanceof Error)) throw error;
      }
    };
    const next = (at: Machine): Promise<unknown> =>
      at.call('queue.act', { act: { kind: 'callNext' } }).catch(() => undefined);
    const busy = (): Promise<unknown> =>
      Promise.all([issue(kiosk), issue(kiosk), ...desks.map(issue), ...desks.map(next), issue(kiosk)]);

    for (let round = 1; round <= count; round++) {
      const loss = losing[(round - 1) % losing.length] ?? 'kill';
      losses[loss] += 1;
      const lost = host;
      const others = desks.filter((desk) => desk !== lost);
      await busy();
      const midCall = busy();
      await pause(chance() * 120);
      const lostAt = systemClock.monotonic();
      if (loss === 'kill') await lost.kill();
      else if (loss === 'freeze') lost.freeze(true);
      else await lost.do({ do: 'cable', isIn: false });
      const heir = others[Math.floor(chance() * others.length)] ?? first(others);
      await Promise.all(
        others.map(async (desk) => {
          await desk.until(({ state }) => state === 'lost');
          offers.push(systemClock.monotonic() - lostAt);
        }),
      );
      if (loss !== 'freeze') await midCall;
      const pressedAt = systemClock.monotonic();
      await heir.call('hall.takeOver', {});
      await issue(heir);
      await heir.call('queue.act', { act: { kind: 'callNext' } });
      nexts.push(systemClock.monotonic() - pressedAt);
      await Promise.all([...others, kiosk, display].filter((one) => one !== heir).map(linked));
      // Two reigns at once: the one that was cut off goes on giving numbers and calling.
      if (loss === 'cable') await Promise.all([issue(lost), next(lost), issue(lost), busy()]);
      if (loss === 'kill') await lost.start();
      else if (loss === 'freeze') lost.freeze(false);
      else await lost.do({ do: 'cable', isIn: true });
      await linked(lost);
      await midCall;
      host = heir;
      told(round);
    }
    const { rows, calls } = await settled(all, first(desks));
    const broken = brokenIn(rows, printed);
    if (broken !== null) throw new Error(`seed ${seed}: ${broken}`);
    return { losses, printed: printed.length, calls, offer: spread(offers), next: spread(nexts) };
  } finally {
    for (const one of all) {
      await one.kill();
      one.remove();
    }
  }
}

/** When all hold the same: each machine's own decisions replayed. @throws Error where the rule says otherwise */
async function settled(all: readonly Machine[], one: Machine): Promise<{ rows: Row[]; calls: number }> {
  const dump = async (from: Machine): Promise<Row[]> => rowsOf(await from.do({ do: 'dump' }));
  const ids = (rows: readonly Row[]): string =>
    rows
      .map(({ envelope }) => envelope.id)
      .sort()
      .join();
  let dumps = await Promise.all(all.map(dump));
  for (let tries = 0; new Set(dumps.map(ids)).size > 1; tries++) {
    if (tries > 60) throw new Error('the machines do not come to the same');
    await pause(500);
    dumps = await Promise.all(all.map(dump));
  }
  const file = new URL('../../../catalogue/hall.json', import.meta.url);
  const rules = hallRules(hallDataSchema.parse(JSON.parse(readFileSync(file, 'utf8'))), DATE);
  let calls = 0;
  for (const [n, rows] of dumps.entries()) {
    const device = all[n]?.device ?? '';
    const told = replayed(rows, { device, office: OFFICE, date: DATE, rules });
    if (told.differs !== null) throw new Error(told.differs);
    calls += told.calls;
  }
  return { rows: dumps[all.indexOf(one)] ?? [], calls };
}

function rowsOf(raw: unknown): Row[] {
  // Written by the machine's own `dump`, of envelopes its store has read.
  return raw as Row[];
}

async function join(host: Machine, guest: Machine): Promise<void> {
  const { code } = codeSchema.parse(await host.call('hall.newCode', {}));
  await guest.call('hall.join', { address: host.address, code });
  await linked(guest);
}

const linked = (one: Machine): Promise<void> => one.until(({ state }) => state === 'linked');

function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('nobody');
  return one;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void systemClock.after(ms, resolve));
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0);
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** The same numbers for the same seed, [0, 1). */
function draws(seed: string): () => number {
  let n = 0;
  return () => createHash('sha256').update(`${seed}/${n++}`).digest().readUInt32BE(0) / 2 ** 32;
}
