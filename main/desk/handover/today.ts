import type { CallOutput } from '../../../contract/desk.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { sameHands } from '../../../domain/dossier/custody.ts';
import type { Holder } from '../../../domain/dossier/events/common.ts';
import { missingOf, type BatchView } from '../../../domain/handover/batch.ts';
import { handoverNotice } from '../../../domain/handover/day-notice.ts';
import { isFrom } from '../../../domain/handover/scan-match.ts';
import { placeOfHands } from '../../../domain/handover/to-give.ts';
import { enrolmentOf } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import { procedureName, type DueRow, type Hands } from './hands.ts';
import type { OpenWork } from './open-work.ts';

type Day = CallOutput<'handover.today'>;
type OutRow = Day['out'][number];
type InRow = Day['in'][number];

/** What must leave this place today, by where it goes, and what comes here. */
export function createToday(hands: Hands, work: OpenWork) {
  const { context, places } = hands;
  const { store } = context;

  function outRows(here: Holder): OutRow[] {
    const groups = new Map<string, { place: string; later: string | null; rows: DueRow[] }>();
    const scannedIn = new Map<string, Set<string>>();
    for (const open of work.list(here)) {
      if (open.side !== 'out') continue;
      scannedIn.set(open.place, new Set(work.rows(open).map((row) => row.dossierId)));
    }
    for (const row of hands.dueFrom(here)) {
      if (scannedIn.get(row.place)?.has(row.dossierId) === true) continue;
      const key = row.later === null ? row.place : `${row.place}#${row.later}`;
      const group = groups.get(key) ?? { place: row.place, later: row.later, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
    // What is scanned stands with what is due now.
    for (const place of scannedIn.keys()) {
      if (!groups.has(place)) groups.set(place, { place, later: null, rows: [] });
    }
    return [...groups].map(([key, { place, later, rows }]) => {
      const scanned = later === null ? (scannedIn.get(place)?.size ?? 0) : 0;
      const at = rows
        .map((row) => row.deadline)
        .filter((each) => each !== null)
        .toSorted()[0];
      return {
        key,
        place: places.nameOf(place),
        purpose: rows[0]?.purpose ?? 'processing',
        deadline: hands.deadline(at ?? null),
        dossiers: rows.length + scanned,
        state: scanned > 0 ? 'scanning' : later === null ? 'waiting' : 'later',
        scanned,
        batch: null,
      };
    });
  }

  function givenRow(view: BatchView): OutRow[] {
    const { closed, acceptances } = view;
    if (closed === null) return [];
    const signedAt = acceptances.at(-1)?.at ?? null;
    const isShort = missingOf(view).length > 0;
    return [
      {
        key: places.keyOf(placeOfHands(closed.to)),
        place: places.nameOfHolder(closed.to),
        purpose: closed.purpose,
        deadline: hands.deadline(closed.by),
        dossiers: closed.dossiers.length,
        state: signedAt === null ? 'given' : isShort ? 'short' : 'signed',
        scanned: closed.dossiers.length,
        batch: { id: view.id, number: closed.number, at: closed.at, signedAt },
      },
    ];
  }

  function inRows(here: Holder, today: string): InRow[] {
    const arrived = store.batches
      .comingTo(here.office, today)
      .filter(({ closed }) => closed !== null && sameHands(closed.to, here));
    const rows = arrived.map((view): InRow => {
      const { closed, acceptances } = view;
      const taken = work.rows(work.in(here, view.id)).length;
      const acceptedAt = acceptances.at(-1)?.at ?? null;
      const done = missingOf(view).length > 0 ? 'short' : 'accepted';
      return {
        id: view.id,
        place: closed === null ? '' : places.nameOfHolder(closed.from),
        number: closed?.number ?? null,
        purpose: closed?.purpose ?? null,
        givenAt: closed?.at ?? null,
        dossiers: closed?.dossiers.length ?? null,
        taken: taken > 0 || acceptedAt === null ? taken : new Set(acceptances.flatMap((each) => each.accepted)).size,
        state: taken > 0 ? 'taking' : acceptedAt === null ? 'coming' : done,
        acceptedAt,
      };
    });
    const known = new Set(arrived.map((view) => view.id));
    const scanned = work.list(here).filter((open) => open.side === 'in' && !known.has(open.id));
    return [
      ...scanned.map((open): InRow => ({
        id: open.id,
        place: open.list === null ? '' : places.nameOfHolder(open.list.from),
        number: open.list?.number ?? null,
        purpose: open.list?.purpose ?? null,
        givenAt: open.list?.at ?? null,
        dossiers: open.list?.count ?? null,
        taken: work.rows(open).length,
        state: 'taking',
        acceptedAt: null,
      })),
      ...rows,
    ];
  }

  return function today(session: DeskSession): Day {
    const here = hands.here(session);
    const now = context.localNow();
    const { office } = enrolmentOf(context);
    const out = outRows(here);
    const given = store.batches
      .givenOn(office, dateOf(now))
      .filter(({ closed }) => closed !== null && isFrom(placeOfHands(closed.from), here))
      .flatMap(givenRow);
    const coming = inRows(here, dateOf(now));
    const waiting = hands.dueFrom(here).filter((row) => row.mustGo).length;
    const open = coming.filter((row) => row.state === 'coming' || row.state === 'taking').length;
    return {
      side: here.kind === 'unit' ? 'unit' : 'counter',
      notice: handoverNotice(now, context.reference.calendar(office)),
      out: [...out, ...given].toSorted(byDeadline),
      in: coming,
      unheard: store.unheard
        .list()
        .filter(({ holder }) => sameHands(holder, here))
        .map((row) => ({
          dossierId: row.dossierId,
          code: row.code,
          procedure: procedureName(context, row.procedureCode),
          dueAt: row.due,
          at: row.at,
          holder: places.words(row.holder),
        })),
      due: here.kind === 'unit' ? open : waiting + open,
    };
  };
}

/** First what is due first; of one moment what is still to do before what is done. */
function byDeadline(a: OutRow, b: OutRow): number {
  const rank = (row: OutRow): string => {
    const done = row.state === 'signed' ? '2' : row.state === 'given' ? '1' : '0';
    return `${row.deadline?.at ?? '9'} ${done} ${row.place}`;
  };
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
}
