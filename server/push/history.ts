import { asDossierEvent, isErasure, type ReadEvent } from '../../contract/events.ts';
import { foldDossier, type DossierView, type KnownEvent } from '../../domain/dossier/fold.ts';
import { envelopeOf, type StoredEvent } from '../store/events.ts';
import type { Fed } from '../store/feed.ts';
import { officesOf, readStored } from './fold.ts';

/** One aggregate while a push works on it: what is stored of it, and what this push adds. */
export interface History {
  add(envelope: Added, read: ReadEvent | null): void;
  /** The dossier as it is now; null while no event that begins one has come. */
  fold(): DossierView | null;
  /**
   * What the feeds of the offices named so far lack, each said once: a newly concerned office gets all that went before.
   * The newest event stands in the feed of its own office in any case; null: of none.
   * @param isBegun while the event that begins it has not come, no other office hears of it
   */
  toFeed(isBegun: boolean, ownOffice: string | null): Fed[];
  /**
   * What these offices' feeds lack of the erasures by law, for whoever wrote on it: of a dossier only those that leave
   * nothing of what they name, because its history is nobody's who is not concerned.
   */
  erasuresTo(offices: readonly string[]): Fed[];
}

type Added = KnownEvent['envelope'];

interface Member {
  readonly log: string;
  readonly seq: number;
  /** Offices whose feed has it. */
  readonly fed: Set<string>;
  /** An erasure that its writers are told. */
  readonly isTold: boolean;
}

export function historyOf(aggregateId: string, stored: readonly StoredEvent[]): History {
  const members: Member[] = [];
  const known: KnownEvent[] = [];
  const named = new Set<string>();
  const put = (envelope: Added, read: ReadEvent | null, fed: Iterable<string>): void => {
    const isTold =
      read !== null &&
      isErasure(read) &&
      (read.type !== 'dossier.erased' || read.body.events.every(({ rest }) => rest === null));
    members.push({ log: envelope.log, seq: envelope.seq, fed: new Set(fed), isTold });
    known.push({ envelope, event: read === null ? null : asDossierEvent(read) });
    for (const each of read === null ? [] : officesOf(read)) named.add(each);
  };
  for (const row of stored) {
    const envelope = envelopeOf(row);
    put(envelope, readStored(envelope, row.body), row.fed);
  }
  const feed = (office: string, { log, seq, fed }: Member): Fed[] => {
    if (fed.has(office)) return [];
    fed.add(office);
    return [{ office, log, seq }];
  };
  return {
    add: (envelope, read) => put(envelope, read, []),
    fold: () => foldDossier(aggregateId, known),
    toFeed: (isBegun, ownOffice) => [
      ...(isBegun ? [...named].sort() : []).flatMap((office) => members.flatMap((member) => feed(office, member))),
      ...(ownOffice === null ? [] : members.slice(-1).flatMap((newest) => feed(ownOffice, newest))),
    ],
    erasuresTo: (offices) =>
      members.flatMap((member) => (member.isTold ? offices.flatMap((office) => feed(office, member)) : [])),
  };
}
