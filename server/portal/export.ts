import { dossierPacketOf, type ExchangeFacts } from '../../domain/exchange/dossier-packet.ts';
import type { DossierPacket, ProgressPacket } from '../../domain/exchange/packet.ts';
import { progressOf } from '../../domain/exchange/progress.ts';
import { foldDossier } from '../../domain/dossier/fold.ts';
import { knownEvents } from '../push/fold.ts';
import { dossiersOfOffice } from '../store/dossiers.ts';
import { eventsOf } from '../store/events.ts';
import { allOffices } from '../store/offices.ts';
import { peopleWithPositions } from '../store/people.ts';
import type { Db } from '../store/pool.ts';
import { portalReference } from './reference.ts';

/** What a system of the exchange is given: every dossier as it stands, and every step of it. */
export interface Exported {
  readonly DongBoHoSoMC: { readonly isUpdating: 'True'; readonly data: readonly DossierPacket[] };
  readonly CapNhatTienDoHoSoMC: readonly ProgressPacket[];
}

/**
 * Dossiers in the shape of the national exchange, folded from their events.
 * @param asked.office of this receiving office; null: of every one · @param asked.since opened on or after that day (YYYY-MM-DD); empty: all
 * @returns how many were left out because the national list has no state for them
 */
export async function exportDossiers(
  db: Db,
  asked: { readonly office: string | null; readonly since: string },
): Promise<{ readonly packets: Exported; readonly left: number }> {
  const facts = await factsOf(db);
  const data: DossierPacket[] = [];
  const steps: ProgressPacket[] = [];
  let left = 0;
  for (const id of await dossiersOfOffice(db, asked.office)) {
    const known = knownEvents(await eventsOf(db, id));
    const view = foldDossier(id, known);
    if (view === null || view.openedAt < asked.since) continue;
    const packet = dossierPacketOf(view, facts);
    if (packet === null) left += 1;
    else {
      data.push(packet);
      steps.push(...progressOf(id, known, facts));
    }
  }
  return { packets: { DongBoHoSoMC: { isUpdating: 'True', data }, CapNhatTienDoHoSoMC: steps }, left };
}

async function factsOf(db: Db): Promise<ExchangeFacts> {
  const catalogue = await portalReference().catalogue(db);
  const fields = new Map((catalogue?.procedures ?? []).map(({ code, field }) => [code, field.code]));
  const offices = new Map((await allOffices(db)).map(({ id, name }) => [id, name]));
  const people = new Map((await peopleWithPositions(db)).map((person) => [person.id, person]));
  return {
    fieldCode: (code) => fields.get(code) ?? '',
    officeName: (id) => offices.get(id) ?? id,
    userName: (id) => people.get(id)?.name ?? id,
    position: (id) => people.get(id)?.position ?? '',
  };
}
