import { RELEASE } from '../contract/desk-report.ts';
import { deskTroubles, worstFirst, type DeskFacts } from '../domain/office/desk-health.ts';
import { deskStates, type DeskState } from './store/desk-contact.ts';
import type { Db } from './store/pool.ts';

/** `desks [OFFICE]`: every desk that was not revoked, the one to look at first on top. */
export async function listDesks(
  db: Db,
  office: string | null,
  now: number,
): Promise<{ readonly text: string; readonly facts: unknown }> {
  const states = (await deskStates(db, office)).filter(({ revokedAt }) => revokedAt === null);
  const desks = worstFirst(
    states.map((state) => ({ ...state, facts: factsOf(state, now) })),
    RELEASE,
  ).map((desk) => ({ ...desk, troubles: deskTroubles(desk.facts, RELEASE).map(({ words }) => words) }));
  const line = (desk: (typeof desks)[number]): string => {
    const { lastContact, report } = desk;
    const heard = lastContact === null ? '-' : new Date(lastContact).toISOString();
    const said = [`${report?.unsent ?? '?'} chưa gửi`, report?.release ?? '?'];
    const troubles = desk.troubles.map(({ vi, en }) => `${vi} · ${en}`);
    return [desk.office, desk.counter, desk.name, heard, ...said, desk.device, ...troubles].join('\t');
  };
  return { text: desks.map(line).join('\n'), facts: desks };
}

function factsOf({ lastContact, report }: DeskState, now: number): DeskFacts {
  const silentMs = lastContact === null ? null : Math.max(0, now - lastContact);
  return {
    silentMs,
    release: report?.release ?? null,
    unsent: report?.unsent ?? 0,
    // What waited when it was last heard has waited on since, as far as anybody knows.
    waitingMs: (report?.unsent ?? 0) > 0 ? (report?.waiting ?? 0) * 1000 + (silentMs ?? 0) : 0,
    clockMs: report?.clock ?? null,
  };
}
