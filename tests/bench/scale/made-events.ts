import { dossierVersions, type DossierEventType } from '../../../domain/dossier/events.ts';
import { sealerOf } from '../../../contract/signing.ts';
import { GENESIS, seal, type LogEvent } from '../../../domain/log/envelope.ts';
import { systemRandom } from '../../../main/random.ts';
import { inventedDossier } from '../../harness/dossier-filler.ts';
import { json } from '../../harness/writer.ts';
import { bodyAt, dossierLife } from '../dossier-life.ts';
import type { DeskRow } from './province.ts';

/** A desk's events, really chained and signed, ready before any clock runs: the bodies of its pushes, one an act. */
export interface MadeEvents {
  /** The next so many acts, each as the body of a push. */
  next(count: number): Buffer[];
  /** The same in as few batches as a push may hold. */
  nextTogether(count: number, most: number): Buffer[];
}

export function madeEvents(row: DeskRow): MadeEvents {
  const sealer = sealerOf(row.key);
  let prev: { readonly seq: number; readonly hash: string } = { seq: 0, hash: GENESIS };
  let act = 0;
  let dossiers = 0;
  let dossier = '';
  let after: readonly string[] = [];

  const write = (type: DossierEventType, body: object): LogEvent => {
    const event = seal(
      {
        id: systemRandom.id(),
        device: row.device,
        log: row.log,
        seq: prev.seq + 1,
        aggregate: 'dossier',
        aggregateId: dossier,
        after,
        type,
        version: dossierVersions[type],
        actor: 'u-do',
        approvedBy: null,
        at: { device: Date.UTC(2026, 10, 24, 2), offset: 0 },
        prev: prev.hash,
      },
      json(body),
      'aabbccdd00112233',
      sealer,
    );
    prev = event.envelope;
    after = [event.envelope.id];
    return event;
  };
  const one = (): LogEvent[] => {
    const types = dossierLife[act % dossierLife.length] ?? [];
    if (act % dossierLife.length === 0) {
      dossier = systemRandom.id();
      after = [];
      dossiers += 1;
    }
    act += 1;
    return types.map((type) => write(type, type === 'dossier.received' ? receipt() : bodyAt(row.office, type, act)));
  };
  const receipt = () => {
    const invented = inventedDossier(dossiers, row.office);
    const text = `TAM-${systemRandom.id()}`.slice(0, 40);
    return { ...invented, code: { ...invented.code, kind: 'temporary', grantId: null, text } };
  };
  const bodyOf = (events: readonly LogEvent[]): Buffer => Buffer.from(JSON.stringify({ log: row.log, events }));
  return {
    next: (count) => Array.from({ length: count }, () => bodyOf(one())),
    nextTogether(count, most) {
      const events = Array.from({ length: count }, one).flat();
      const batches: Buffer[] = [];
      for (let from = 0; from < events.length; from += most) batches.push(bodyOf(events.slice(from, from + most)));
      return batches;
    },
  };
}
