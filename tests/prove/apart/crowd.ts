import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from '../../../contract/sync.ts';
import { chanceOf } from '../../sync/simulation/chance.ts';
import { seats, type Seat } from '../../sync/simulation/prepared.ts';
import { acknowledged, officerAt, type OfficerAtWork } from './officer-at-work.ts';
import { enrolmentCodes } from './server-apart.ts';
import { checkAcknowledged, checkDesk, checkTold, wholeProvince, type AtProvince } from './whole.ts';

/** Many real desks in this process, whose officers work on whatever becomes of the province. */
export interface Crowd {
  /** Begins to work; each officer does something every few seconds. */
  work(): void;
  /** Ids of events told as saved. */
  readonly told: ReadonlySet<string>;
  /** Verdicts as they were first answered. */
  readonly acknowledged: ReadonlyMap<string, Verdict>;
  /** When so many more verdicts have been answered than at the call. */
  moreAcknowledged(events: number): Promise<void>;
  /** Stops working and waits until everything is sent and heard. @throws Error for anything lost, doubled or shown differently */
  settle(databaseUrl: string): Promise<AtProvince>;
  close(): Promise<void>;
}

export interface CrowdPlan {
  readonly desks: number;
  /** Where each of them asks, in turn. */
  readonly servers: readonly string[];
  readonly databaseUrl: string;
  readonly seed: number;
  /** Where a request goes instead of where it is sent. */
  readonly route?: (url: string) => string;
}

/** Opens them one after the other. */
export async function crowdOfDesks({ desks, servers, databaseUrl, seed, route }: CrowdPlan): Promise<Crowd> {
  const root = mkdtempSync(join(tmpdir(), 'quay-crowd-'));
  const places = Array.from({ length: desks }, (_, n): Seat => seatOf(n));
  const codes = await enrolmentCodes(databaseUrl, places);
  const told = new Set<string>();
  const contradicted: string[] = [];
  const listeners = new Set<() => void>();
  const answers = acknowledged(
    (id) => contradicted.push(id),
    () => listeners.forEach((listener) => listener()),
  );
  const open: { readonly seat: Seat; readonly officer: OfficerAtWork }[] = [];
  for (const [n, seat] of places.entries()) {
    const place = {
      seat,
      dataDir: join(root, String(n)),
      server: servers[n % servers.length] ?? '',
      code: codes[n] ?? '',
    };
    open.push({ seat, officer: await officerAt(place, { fetch: answers.fetchFrom(`10.0.0.${n + 1}`, route) }) });
  }
  let working = false;
  const faults: unknown[] = [];
  const shifts: Promise<void>[] = [];

  const shift = async (officer: OfficerAtWork, n: number): Promise<void> => {
    const chance = chanceOf(seed + n);
    while (working) {
      for (const id of await officer.workOnce(chance)) told.add(id);
      await new Promise((resolve) => setTimeout(resolve, 1000 + chance.below(3000)));
    }
  };
  return {
    told,
    acknowledged: answers.first,
    work() {
      working = true;
      for (const [n, { officer }] of open.entries()) {
        shifts.push(
          shift(officer, n).catch((error: unknown) => {
            faults.push(error);
          }),
        );
      }
    },
    moreAcknowledged(events) {
      const wanted = answers.first.size + events;
      return new Promise((resolve) => {
        const look = (): void => {
          if (answers.first.size < wanted) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      });
    },
    async settle(url) {
      working = false;
      await Promise.all(shifts);
      if (faults.length > 0) throw new AggregateError(faults, 'an officer could not go on');
      for (const { officer } of open) await officer.until(() => officer.opened.context.store.outbox.isEmpty());
      const at = await wholeProvince(url);
      if (contradicted.length > 0) throw new Error(`${contradicted.length} events were answered with two verdicts`);
      checkTold(at, told);
      checkAcknowledged(at, answers.first);
      for (const { officer, seat } of open) await checkDesk(officer, seat.office, at);
      return at;
    },
    async close() {
      working = false;
      await Promise.all(shifts);
      for (const { officer } of open) await officer.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The simulation's four places, each as often as it takes. */
function seatOf(n: number): Seat {
  const seat = seats[n % seats.length];
  if (seat === undefined) throw new Error('no seats');
  return { ...seat };
}
