import { dossierVersions, type DossierEventType } from '../../../domain/dossier/events.ts';
import type { Envelope } from '../../../domain/log/envelope.ts';
import { thisRelease } from './releases.ts';
import type { SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

/** The program is updated on the desks that have the release before: ended, and begun again on the same files. @returns whether there was any */
export async function update(world: World): Promise<boolean> {
  const older = world.desks.filter(({ release }) => release !== thisRelease);
  for (const desk of older) await updateOne(world, desk);
  return older.length > 0;
}

async function updateOne(world: World, desk: SimDesk): Promise<void> {
  await desk.killNow();
  desk.release = thisRelease;
  const { store } = (await world.life(desk)).opened.context;
  const waited = (store.log?.heads() ?? [])
    .flatMap(({ log }) => store.log?.eventsFrom(log, 1, 100_000) ?? [])
    .filter(({ event }) => isNewer(world, event.envelope));
  world.coverage.note('faults', 'a desk updated to this release');
  for (const { event } of waited) world.coverage.note('waited for an update', event.envelope.type);
  await world.settle();
}

/** Whether the release before cannot read it. */
function isNewer({ prepared }: World, { type, version }: Envelope): boolean {
  if (type === 'dossier.slipIssued') return version > 1;
  return Object.hasOwn(dossierVersions, type) && !prepared.older.knows(type as DossierEventType);
}
