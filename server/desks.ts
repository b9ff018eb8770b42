import { RELEASE, type DeskInList } from '../contract/desk-report.ts';
import { deskTroubles, worstFirst, type DeskFacts } from '../domain/office/desk-health.ts';
import { deskStates, type DeskState } from './store/desk-contact.ts';
import { notCompared } from './store/grants.ts';
import type { Db } from './store/pool.ts';

type Waited = Awaited<ReturnType<typeof notCompared>>;
const NONE: Waited = new Map();

/** Every desk of an office (null: of all) that was not revoked, the one to look at first on top. */
export async function desksByTrouble(db: Db, office: string | null, now: number): Promise<DeskInList[]> {
  return inOrder(await deskStates(db, office), await notCompared(db, office), now);
}

/** The same, and behind them those that were revoked (máy đã thu hồi), the last one first. */
export async function desksAndRevoked(db: Db, office: string | null, now: number): Promise<DeskInList[]> {
  const states = await deskStates(db, office);
  return [...inOrder(states, await notCompared(db, office), now), ...revoked(states, now)];
}

function inOrder(states: readonly DeskState[], waitedFor: Waited, now: number): DeskInList[] {
  const desks = states
    .filter(({ revokedAt }) => revokedAt === null)
    .map((state) => ({ ...state, facts: factsOf(state, waitedFor, now) }));
  return worstFirst(desks, RELEASE).map(inList);
}

function revoked(states: readonly DeskState[], now: number): DeskInList[] {
  return states
    .filter(({ revokedAt }) => revokedAt !== null)
    .toSorted((a, b) => (b.revokedAt ?? 0) - (a.revokedAt ?? 0))
    .map((state) => ({ ...inList({ ...state, facts: factsOf(state, NONE, now) }), troubles: [] }));
}

function inList({ facts, report, ...desk }: DeskState & { readonly facts: DeskFacts }): DeskInList {
  return {
    device: desk.device,
    office: desk.office,
    counter: desk.counter,
    name: desk.name,
    lastContact: desk.lastContact,
    release: report?.release ?? null,
    unsent: report?.unsent ?? null,
    clock: report?.clock ?? null,
    revokedAt: desk.revokedAt,
    revokedBecause: desk.revokedBecause,
    troubles: deskTroubles(facts, RELEASE).map(({ words }) => words),
  };
}

function factsOf({ device, lastContact, report }: DeskState, waitedFor: Waited, now: number): DeskFacts {
  const silentMs = lastContact === null ? null : Math.max(0, now - lastContact);
  return {
    silentMs,
    release: report?.release ?? null,
    unsent: report?.unsent ?? 0,
    // What waited when it was last heard has waited on since, as far as anybody knows.
    waitingMs: (report?.unsent ?? 0) > 0 ? (report?.waiting ?? 0) * 1000 + (silentMs ?? 0) : 0,
    clockMs: report?.clock ?? null,
    waitedFor: waitedFor.get(device) ?? null,
  };
}
