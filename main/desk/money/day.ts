import type { CallInput } from '../../../contract/desk.ts';
import type { DayPage } from '../../../contract/desk/money.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf, type CivilDate } from '../../../domain/calendar/civil-date.ts';
import { plainDate } from '../../../domain/calendar/date-words.ts';
import type { DossierView } from '../../../domain/dossier/fold.ts';
import { accountOf, type UsedNumber } from '../../../domain/dossier/number-account.ts';
import { rangesFor } from '../../../domain/dossier/number-range.ts';
import type { CounterDay } from '../../../domain/office/counter-day.ts';
import { enrolmentOf, ownCounter, ownOffice, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import type { SlipOrder } from '../slips/order.ts';
import { writtenLocal } from '../trusted-time.ts';
import { assertCome, inList, type Cash } from './cash.ts';
import type { CounterDays } from './counter-day.ts';
import { dayCloseOrder } from './slips.ts';

/** The end of a counter's day (chốt ngày): what is still open, and that somebody looked at it. */
export interface DayClose {
  get(date: CivilDate): DayPage;
  /** @throws ProblemError PT-04 closed already, PT-06 a day to come */
  close(session: DeskSession, input: CallInput<'day.close'>): DayPage;
  /** What the page of the closing that holds says. @throws ProblemError PT-05 not closed */
  order(date: CivilDate): SlipOrder;
  /** @throws ProblemError PT-05 not closed */
  reopen(session: DeskSession, input: CallInput<'day.reopen'>): DayPage;
}

/** So many unsent dossiers are named; more are only counted. */
const MOST_NAMED = 500;

export function createDayClose(context: DeskContext, days: CounterDays, cash: Cash): DayClose {
  const { store } = context;
  const nameOf = (id: string): string =>
    (store.reference.get('users') ?? []).find((user) => user.id === id)?.name ?? id;
  const viewsOf = (ids: readonly string[]): DossierView[] =>
    ids.map((id) => store.dossiers.get(id)).filter((view) => view !== null);
  const closing = ({ actor, body }: { actor: string; body: { at: string; note?: string; reason?: string } }) => ({
    at: body.at,
    by: nameOf(actor),
    note: body.note ?? body.reason ?? '',
  });

  const unsent = (): DayPage['unsent'] => {
    const { events, oldest } = store.outbox.count();
    const offset = store.meta.get('clock')?.offset ?? 0;
    return {
      events,
      oldest: oldest === null ? null : writtenLocal(oldest + offset),
      dossiers: store.outbox.waiting(MOST_NAMED).flatMap(({ id, since, isNew }) => {
        const view = store.dossiers.get(id);
        return view === null ? [] : [{ ...inList(view), since: writtenLocal(since + offset), isNew }];
      }),
    };
  };

  /** At this counter, not yet given to anybody, and the law's last moment lies in that day or before. */
  const notHandedOver = (date: CivilDate): DayPage['notHandedOver'] => {
    const { office } = enrolmentOf(context);
    const { name } = ownCounter(context);
    const left = store.lists
      .open()
      .filter(
        ({ state, holderKind, holderOffice, holderPlace, handoverBy }) =>
          state === 'received' &&
          holderKind === 'counter' &&
          holderOffice === office &&
          holderPlace === name &&
          handoverBy !== null &&
          dateOf(handoverBy) <= date,
      );
    const by = new Map(left.map(({ id, handoverBy }) => [id, handoverBy ?? '']));
    return viewsOf([...by.keys()])
      .map((view) => ({ ...inList(view), unit: view.intake.processingUnit, by: by.get(view.id) ?? '' }))
      .toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  };

  const notPrinted = (received: readonly DossierView[]): DayPage['notPrinted'] =>
    received.flatMap((view) => {
      const why = unprinted(view);
      return why === null ? [] : [{ ...inList(view), why }];
    });
  const unprinted = (view: DossierView): 'never' | 'failed' | null => {
    // Where the result was given at once no slip is due (NĐ 61/2018 Điều 17).
    if (view.received?.fastLane === true) return null;
    const slips = view.slips.filter((slip) => slip.form === '01' && slip.voidedBy === null);
    if (slips.length === 0) return 'never';
    // Made on another machine: its paper is that machine's to tell.
    const here = store.slips.ofSubject(view.id).filter((slip) => slips.some((known) => known.slipId === slip.id));
    if (here.length === 0) return null;
    const prints = here.flatMap((slip) => store.slips.printsOf(slip.id));
    return prints.some((print) => print.outcome !== 'failed') ? null : 'failed';
  };

  const numbers = (date: CivilDate): DayPage['numbers'] => {
    const { log } = enrolmentOf(context);
    const prefix = ownOffice(context).codePrefix;
    const named = (kind: 'official' | 'temporary', of: string) =>
      store.numbers.usedOn(kind, of, date).map(({ number, dossierId }) => {
        const view = store.dossiers.get(dossierId);
        const row = view === null ? { dossierId, code: '', name: '', procedure: '' } : inList(view);
        return { ...row, number, cancelled: view?.state === 'cancelled' };
      });
    const temporary = named('temporary', log);
    if (prefix === null) return { runs: [], used: [], outside: [], temporary };
    const official = named('official', prefix);
    const account = accountOf(
      rangesFor(store.reference.get('grants') ?? [], { log, prefix, date }),
      official.map(({ number, dossierId, code }): UsedNumber => ({ number, dossierId, code })),
    );
    const shown = (used: readonly UsedNumber[]) =>
      official.filter(({ number }) => used.some((each) => each.number === number));
    return {
      runs: account.runs.map((run) => ({ ...run })),
      used: shown(account.used),
      outside: shown(account.outside),
      temporary,
    };
  };

  /** Whether the newest closing tells the whole day: nothing was received or paid at this counter since. */
  const changedSince = (day: CounterDay, received: readonly DossierView[], list: DayPage['cash']): boolean => {
    const at = day.closed?.body.at ?? null;
    if (at === null) return false;
    return received.some((view) => (view.received?.receivedAt ?? '') > at) || list.cash !== day.closed?.body.cash;
  };

  const get = (date: CivilDate): DayPage => {
    const { office } = enrolmentOf(context);
    const counter = ownCounter(context).name;
    const day = days.of(date, counter);
    const received = viewsOf(store.lists.receivedOn(office, date, counter));
    const list = cash.list(date, counter);
    return {
      date,
      counter,
      subjectId: days.idOf(date, counter),
      received: received.length,
      unsent: unsent(),
      notHandedOver: notHandedOver(date),
      notPrinted: notPrinted(received),
      numbers: numbers(date),
      cash: list,
      closed: day.closed === null ? null : closing(day.closed),
      changedSince: changedSince(day, received, list),
      closings: day.closings.map(closing),
      reopenings: day.reopenings.map(closing),
    };
  };

  return {
    get,
    close(session, { date, note }) {
      if (session.user === null) throw new ProblemError('DN-03');
      assertCome(context, date);
      const page = get(date);
      if (page.closed !== null) throw new ProblemError('PT-04', { day: plainDate(date), counter: page.counter });
      days.write(date, session.user.id, {
        type: 'counterDay.closed',
        version: 1,
        body: {
          date,
          counter: page.counter,
          received: page.received,
          unsent: page.unsent.events,
          notHandedOver: page.notHandedOver.length,
          notPrinted: page.notPrinted.length,
          cash: page.cash.cash,
          note: note.trim(),
          at: context.localNow(),
        },
      });
      return get(date);
    },
    order(date) {
      const { closed } = days.of(date, ownCounter(context).name);
      if (closed === null) throw new ProblemError('PT-05', { day: plainDate(date) });
      return dayCloseOrder(context, get(date), { eventId: closed.eventId, ...closing(closed) });
    },
    reopen(session, { date, reason }) {
      if (session.user === null) throw new ProblemError('DN-03');
      if (get(date).closed === null) throw new ProblemError('PT-05', { day: plainDate(date) });
      days.write(date, session.user.id, {
        type: 'counterDay.reopened',
        version: 1,
        body: { reason, at: context.localNow() },
      });
      return get(date);
    },
  };
}
