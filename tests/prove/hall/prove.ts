import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hallDataSchema } from '../../../contract/hall-rules.ts';
import { hallRules } from '../../../domain/ticket/rules.ts';
import { systemClock } from '../../../main/clock.ts';
import { OFFICE } from '../../harness/enrolled-folder.ts';
import { actAt } from './acts.ts';
import { linked, lose, pause, type HallDay, type Loss } from './losses.ts';
import { brokenIn, replayed, type Printed, type Row } from './merged.ts';
import { officeNetwork } from './network.ts';
import { machine, type Machine } from './office.ts';
import { shownAt, shownBroken, untilShown } from './shown.ts';

/** `npm run prove -- hall`: four desks, a kiosk and a display as processes, and a hall that is lost again and again. */

export interface HallReport {
  readonly network: string;
  readonly losses: Readonly<Partial<Record<Loss, number>>>;
  readonly printed: number;
  readonly calls: number;
  /** What officers did beside calling the next. */
  readonly acts: Readonly<Record<string, number>>;
  /**
   * Milliseconds: from the loss to the offer on each desk, from the key to the next call, from that call to the display,
   * from a link's return to the hall on kiosk or display.
   */
  readonly offer: Spread;
  readonly next: Spread;
  readonly shown: Spread;
  readonly back: Spread;
}
export interface Spread {
  readonly n: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}
const usual: readonly Loss[] = [
  ...(['kill', 'pair', 'kill', 'oneWay', 'kill', 'freeze', 'kill', 'pair', 'second', 'kill'] as const),
  ...(['oneWay', 'cable', 'kill', 'display', 'pair', 'kill', 'kiosk', 'oneWay'] as const),
];

const DATE = '2026-11-23';
/** A call that is not on the display by then is missing there, ms. */
const SHOWN_WITHIN_MS = 30_000;
const queueSchema = z.object({
  series: z.array(z.object({ letter: z.string(), kind: z.string() })),
  serving: z.object({ text: z.string() }).nullable(),
});
const codeSchema = z.object({ code: z.string() });
const issuedSchema = z.object({ ticket: z.string(), text: z.string() });

export interface HallProof {
  readonly count: number;
  readonly seed: string;
  readonly losing?: readonly Loss[];
  /** Loopback: network namespaces are not tried. */
  readonly net?: 'any' | 'loopback';
}

/** @throws Error with what breaks decision 27, or stands otherwise on the display than in the log */
export async function proveHall(
  { count, seed, losing = usual, net = 'any' }: HallProof,
  told: (round: number, loss: Loss) => void = () => undefined,
): Promise<HallReport> {
  const chance = draws(seed);
  const network = officeNetwork(6, net);
  const logins = ['ngan', 'tam', 'phuoc', 'ngan'];
  const desks = await Promise.all(logins.map((login, n) => machine(n + 1, 'desk', login, network)));
  const kiosk = await machine(5, 'kiosk', 'phuoc', network);
  const display = await machine(6, 'display', 'tam', network);
  const all = [...desks, kiosk, display];
  const printed: Printed[] = [];
  const [offers, nexts, backs, shown]: [number[], number[], number[], number[]] = [[], [], [], []];
  const acts = new Map<string, number>();
  const losses = new Map<Loss, number>();
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
    let host: Machine = first(desks);
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
    const day: HallDay = {
      desks,
      kiosk,
      display,
      network,
      chance,
      offers,
      backs,
      issue,
      next,
      async busy() {
        await Promise.all([issue(kiosk), issue(kiosk), ...desks.map(issue), ...desks.map(next), issue(kiosk)]);
        await Promise.all(desks.map((desk) => actAt(desk, chance, acts)));
      },
      async takeOver(heir) {
        const pressedAt = systemClock.monotonic();
        await heir.call('hall.takeOver', {});
        await issue(heir);
        const asked = { act: { kind: 'callNext' } };
        const { serving } = queueSchema.parse(await heir.call('queue.act', asked).catch(() => openAnd(heir, letters)));
        nexts.push(systemClock.monotonic() - pressedAt);
        if (serving === null) return;
        await linked(display);
        const took = await untilShown(display, { number: serving.text, counter: `Quầy ${heir.n}` }, SHOWN_WITHIN_MS);
        if (took === null) throw new Error(`${serving.text} was called and never stood on the display`);
        shown.push(took);
      },
    };

    for (let round = 1; round <= count; round++) {
      const loss = losing[(round - 1) % losing.length] ?? 'kill';
      const nth = losses.get(loss) ?? 0;
      losses.set(loss, nth + 1);
      host = await lose(day, loss, host, nth);
      told(round, loss);
    }
    const { rows, calls } = await settled(all, first(desks));
    const names = new Map(all.map(({ counter, n }) => [counter, `Quầy ${n}`]));
    const broken = brokenIn(rows, printed) ?? shownBroken(await shownAt(display), rows, names);
    if (broken !== null) throw new Error(`seed ${seed}: ${broken}`);
    return {
      network: network.told,
      losses: Object.fromEntries(losses),
      printed: printed.length,
      calls,
      acts: Object.fromEntries(acts),
      offer: spread(offers),
      next: spread(nexts),
      shown: spread(shown),
      back: spread(backs),
    };
  } finally {
    for (const one of all) {
      await one.kill();
      one.remove();
    }
    network.close();
  }
}

/** Its officer was on a break when the hall was lost. */
async function openAnd(desk: Machine, series: readonly string[]): Promise<unknown> {
  await desk.call('queue.act', { act: { kind: 'openCounter', series } });
  return desk.call('queue.act', { act: { kind: 'callNext' } });
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

function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('nobody');
  return one;
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0);
  return { n: values.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** The same numbers for the same seed, [0, 1). */
function draws(seed: string): () => number {
  let n = 0;
  return () => createHash('sha256').update(`${seed}/${n++}`).digest().readUInt32BE(0) / 2 ** 32;
}
