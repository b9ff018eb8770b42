import { Refusal } from '../../../server/problem.ts';
import { release } from '../../../server/push/release.ts';
import type { Db } from '../../../server/store/pool.ts';
import { holds } from './broken.ts';
import type { Chance } from './chance.ts';
import type { World } from './world.ts';

/**
 * A person at the province lets in whatever is kept apart, one after the other in any order; where the server dies over it, again.
 * What no release of the program reads stays.
 * @returns ids of what is in now
 * @throws PromiseBroken S4
 */
export async function letInByHand(world: World): Promise<ReadonlySet<string>> {
  const { server, coverage } = world;
  const apart = await keptApart(world);
  const unread = new Set<string>();
  for (const { id, reason } of shuffled(apart, world.draws('letting in'))) {
    let said: 'in' | Refusal['code'] | null = null;
    while (said === null) said = await server.change((db) => letIn(world, db, id));
    // Whoever names an office lets in what waited for it; and a death may come after the commit.
    holds(said === 'in' || said === 'SV-02' || said === 'XV-03', 'S4', () => `${id} was not let in: ${said}`);
    if (said === 'XV-03') unread.add(id);
    coverage.note('faults', said === 'XV-03' ? 'nobody can let it in' : `let in by hand: ${reason ?? ''}`);
  }
  const left = new Map((await keptApart(world)).map(({ id, reason }) => [id, reason]));
  for (const [id, reason] of left) holds(unread.has(id), 'S4', () => `${id} was let in, and is apart: ${reason ?? ''}`);
  return new Set(apart.flatMap(({ id }) => (left.has(id) ? [] : [id])));
}

async function keptApart({ server }: World) {
  return server.rows<{ id: string; reason: string | null }>(
    `select e.id, v.reason from event e join verdict v on v.log = e.log and v.seq = e.seq where e.quarantined order by e.id`,
  );
}

async function letIn({ time, prepared }: World, db: Db, eventId: string): Promise<'in' | Refusal['code']> {
  const poisoned = (error: unknown): never => {
    throw error;
  };
  const ports = { db, clock: time, key: prepared.key, grown: () => undefined, poisoned };
  try {
    await release(ports, { eventId, by: 'Trần Thị Hạnh', because: 'đã xem', office: null });
    return 'in';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const left = [...list];
  return Array.from({ length: left.length }, () => left.splice(chance.below(left.length), 1)).flat();
}
