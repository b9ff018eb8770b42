import type { CallInput } from '../../../contract/desk.ts';
import type { HandoverBrief, HandoverScanReply, HandoverTarget } from '../../../contract/desk/handover.ts';
import { pending, sameHands } from '../../../domain/dossier/custody.ts';
import type { Holder } from '../../../domain/dossier/events/common.ts';
import type { SeenOnSlip } from '../../../domain/dossier/events/handover.ts';
import { mayDo } from '../../../domain/dossier/law.ts';
import { stateFacts } from '../../../domain/dossier/states.ts';
import type { DossierView, Movement } from '../../../domain/dossier/view.ts';
import type { BatchQr } from '../../../domain/handover/batch-qr.ts';
import type { BatchView } from '../../../domain/handover/batch.ts';
import { matchToGive } from '../../../domain/handover/scan-match.ts';
import type { DeskSession } from '../sessions.ts';
import { splitKey, type Hands } from './hands.ts';
import type { OpenWork } from './open-work.ts';
import { readSlip } from './read-slip.ts';

interface Slip {
  readonly id: string;
  readonly view: DossierView | null;
  readonly seen: SeenOnSlip | null;
  readonly token: string | null;
}

/** What a scan does to the batch that is open, or says of it (quét phiếu). Written at once: a second tab shows it. */
export function createScan(hands: Hands, work: OpenWork) {
  const { context, places } = hands;
  const { store } = context;

  /** Given to these hands and not signed for. */
  const comingTo = (view: DossierView | null, here: Holder): Movement | null => {
    const waiting = view === null ? null : pending(view.custody);
    return waiting !== null && sameHands(waiting.to, here) ? waiting : null;
  };
  const lost = (id: string) => (batch: string) => store.batches.lost(batch, id);
  const briefOf = ({ id, view, seen, token }: Slip): HandoverBrief => hands.brief(id, view, seen, token);

  function scanOut(slip: Slip, place: string | null, here: Holder, user: string, anyway: boolean): HandoverScanReply {
    const { id, view, seen } = slip;
    const dossier = briefOf(slip);
    const add = (to: string): HandoverScanReply => {
      const target: HandoverTarget = { side: 'out', key: to };
      const open = work.openOut(here, to);
      if (work.rows(open).some((row) => row.dossierId === id)) return { kind: 'already', dossier, target };
      // One paper goes one way: whatever other batch it stood in, it no longer does.
      for (const other of work.list(here)) if (other.side === 'out' && other.id !== open.id) work.drop(other, id);
      work.add(open, id, seen, user);
      return { kind: 'added', dossier, target };
    };
    if (view === null) return place === null ? scanIn(slip, null, here, user, anyway) : add(place);
    const coming = comingTo(view, here);
    const bringing = coming?.batch ?? null;
    if (coming !== null && bringing !== null && !store.batches.lost(bringing.id, id)) {
      const target: HandoverTarget = { side: 'in', id: bringing.id };
      const from = coming.from === null ? '' : places.nameOfHolder(coming.from);
      return place === null
        ? scanIn(slip, null, here, user, anyway)
        : { kind: 'elsewhere', dossier, target, place: from };
    }
    const match = matchToGive(view, here, (to) => place === null || places.keyOf(to) === place, lost(id));
    const forced = anyway && place !== null && mayDo(view, 'dossier.handedOver') !== 'never';
    switch (match.kind) {
      case 'fits':
        return add(places.keyOf(match.give.to));
      case 'elsewhere': {
        if (forced) return add(place);
        const key = places.keyOf(match.give.to);
        return { kind: 'elsewhere', dossier, target: { side: 'out', key }, place: places.nameOf(key) };
      }
      case 'given': {
        const { batch, to } = match.movement;
        return { kind: 'given', dossier, number: batch?.number ?? null, place: places.nameOfHolder(to) };
      }
      case 'held':
        if (forced) return add(place);
        return { kind: 'held', dossier, holder: places.words(match.holder), since: view.custody.since };
      case 'stays':
        return forced ? add(place) : { kind: 'stays', dossier, state: stateFacts[view.state].name };
    }
  }

  function scanIn(slip: Slip, wanted: string | null, here: Holder, user: string, anyway: boolean): HandoverScanReply {
    const { id, view, seen } = slip;
    const dossier = briefOf(slip);
    if (view !== null && mayDo(view, 'dossier.handoverAccepted') === 'never') {
      return { kind: 'stays', dossier, state: stateFacts[view.state].name };
    }
    const coming = comingTo(view, here)?.batch?.id ?? null;
    const { holder = null, since = null } = view?.custody ?? {};
    if (coming === null && holder !== null && sameHands(holder, here)) {
      return { kind: 'held', dossier, holder: places.words(holder), since };
    }
    const listed = wanted === null ? null : (store.batches.get(wanted)?.closed ?? null);
    const isListed = listed?.dossiers.some((each) => each.id === id) ?? true;
    if (wanted !== null && coming !== null && coming !== wanted) {
      const from = store.batches.get(coming)?.closed?.from;
      const place = from === undefined ? '' : places.nameOfHolder(from);
      return { kind: 'elsewhere', dossier, target: { side: 'in', id: coming }, place };
    }
    if (wanted !== null && !isListed && !anyway) {
      return { kind: 'notListed', dossier, target: { side: 'in', id: wanted } };
    }
    const batch = wanted ?? coming ?? work.withoutList(here)?.id ?? null;
    const open = work.openIn(here, batch, null);
    const target: HandoverTarget = { side: 'in', id: open.id };
    if (work.rows(open).some((row) => row.dossierId === id)) return { kind: 'already', dossier, target };
    work.add(open, id, seen, user);
    return { kind: 'added', dossier, target };
  }

  /** A list that has not arrived by the line: its QR says what it is. */
  function scanListQr(qr: BatchQr, here: Holder): HandoverScanReply {
    const known = store.batches.get(qr.batchId);
    if (known !== null && known.closed !== null) return openList(known, here);
    const to: Holder = {
      kind: qr.to.isUnit ? 'unit' : 'office',
      office: qr.to.office,
      place: qr.to.place,
      user: '',
      name: '',
    };
    if (!sameHands(to, here)) return { kind: 'listElsewhere', place: to.place, number: qr.number };
    const { isUnit, ...giver } = qr.from;
    const from: Holder = { kind: isUnit ? 'unit' : 'counter', ...giver, user: '' };
    const { number, purpose, at, count, digest } = qr;
    work.openIn(here, qr.batchId, { number, purpose, at, count, digest, from, to });
    return { kind: 'list', target: { side: 'in', id: qr.batchId }, place: places.nameOfHolder(from), number };
  }

  function openList(batch: BatchView, here: Holder): HandoverScanReply {
    const { closed } = batch;
    if (closed === null) return { kind: 'unknown', found: '', like: 'list' };
    const { number, from, to } = closed;
    if (!sameHands(to, here)) return { kind: 'listElsewhere', place: places.nameOfHolder(to), number };
    return { kind: 'list', target: { side: 'in', id: batch.id }, place: places.nameOfHolder(from), number };
  }

  return function scan(session: DeskSession, input: CallInput<'handover.scan'>): HandoverScanReply {
    const user = hands.userOf(session);
    const here = hands.here(session);
    const { target, anyway } = input;
    const place = target?.side === 'out' ? places.normal(splitKey(target.key).place) : null;
    const isDue = new Set(hands.dueFrom(here).map((row) => row.dossierId));
    const read = readSlip(store, input.raw, (view) => isDue.has(view.id) || comingTo(view, here) !== null);
    const reply = store.transact((): HandoverScanReply => {
      switch (read.kind) {
        case 'list-qr':
          return scanListQr(read.qr, here);
        case 'list-code': {
          const batch = store.batches.byCode(read.code);
          return batch === null ? { kind: 'unknown', found: read.code, like: 'list' } : openList(batch, here);
        }
        case 'dossier':
          return target?.side === 'in'
            ? scanIn(read, target.id, here, user.id, anyway)
            : scanOut(read, place, here, user.id, anyway);
        case 'unknown':
          return read;
      }
    });
    // A batch that is scanned is a list on paper soon.
    if (reply.kind === 'added' && reply.target.side === 'out') context.printer.prepare?.();
    if (reply.kind === 'added' || reply.kind === 'list') context.changed('dossiers');
    return reply;
  };
}
