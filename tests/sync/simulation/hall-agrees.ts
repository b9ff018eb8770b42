import { canonical, type Json } from '../../../domain/log/canonical.ts';
import type { LogEvent } from '../../../domain/log/envelope.ts';
import { foldStored } from '../../../server/push/fold.ts';
import type { StoredEvent } from '../../../server/store/events.ts';
import { holds } from './broken.ts';
import type { DeskLife, SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

const SECOND = 1000;
const WITHIN_S = 120;

/** The desks of the office hear of each other from the province, and join the first one's hall by its code. */
export async function joinHall(world: World): Promise<void> {
  const desks = world.hallDesks();
  const [first] = desks;
  if (first === undefined) return;
  const lives = await Promise.all(desks.map((desk) => world.life(desk)));
  const isKnown = ({ opened }: DeskLife): boolean =>
    (opened.context.store.reference.get('devices') ?? []).length === desks.length;
  for (let left = 700; !lives.every(isKnown); left -= 1) {
    if (left === 0) throw new Error('the desks of the office never heard of each other');
    await world.pass(SECOND);
  }
  const host = await world.life(first);
  await host.opened.handlers['hall.open']({}, host.session);
  for (const guest of lives.filter((life) => life !== host)) {
    const { code } = await host.opened.handlers['hall.newCode']({}, host.session);
    const joined = guest.opened.handlers['hall.join']({ address: '10.0.0.1', code }, guest.session);
    await world.pass(2 * SECOND);
    await joined;
  }
}

/**
 * With all cables in, one desk hosts in the end, everybody has given everybody everything, and each desk shows the same
 * dossiers and the same tickets: what the province knows of it or not. @throws PromiseBroken S5, S8
 */
export async function agreeInHall(world: World): Promise<void> {
  const desks = world.hallDesks().filter((desk) => !desk.isRevoked);
  const lives: { readonly desk: SimDesk; readonly life: DeskLife }[] = [];
  for (const desk of desks) lives.push({ desk, life: await world.life(desk) });
  await world.pass(6 * SECOND);
  for (let left = WITHIN_S; !lives.every(({ life }) => isQuiet(life)); left -= 1) {
    await takeOver(lives.map(({ life }) => life));
    await world.pass(SECOND);
    const states = (): string =>
      lives
        .map(({ desk, life }) => {
          const { hall, context } = life.opened;
          const given = hall?.links().map(({ relay }) => relay.givenUpTo) ?? [];
          return `${desk.name} ${hall?.state().state ?? ''} ${given.join(',')}/${context.store.hearing.newest()}`;
        })
        .join('; ');
    holds(left > 0, 'S8', () => `the hall is not quiet ${WITHIN_S} s after its cables are in: ${states()}`);
  }
  checkSame(world, lives, true);
  world.coverage.note('faults', 'hall: the desks agree with the line cut');
}

/** Where nobody hosts, whoever sits at a desk that says so opens the hall or takes it over: at any moment, a host may leave its log. */
async function takeOver(lives: readonly DeskLife[]): Promise<void> {
  const stateOf = ({ opened }: DeskLife): string => opened.hall?.state().state ?? '';
  const somebody = lives.find((life) => ['lost', 'closed'].includes(stateOf(life)));
  if (somebody === undefined || lives.some((life) => stateOf(life) === 'hosting')) return;
  const { opened, session } = somebody;
  await opened.handlers[stateOf(somebody) === 'closed' ? 'hall.open' : 'hall.takeOver']({}, session);
}

/**
 * Each desk of the hall shows the same dossiers and tickets. @param isCut from the province: an event that its desk has moved
 * to another log may be known at its former place alone, and stands in another order there until the line is back; what a
 * revoked desk wrote and the province has not judged is taken by who has not heard of the revocation, and by nobody else; of a
 * log with two stories each takes the one it hears first.
 * @throws PromiseBroken S5, S7
 */
export function checkSame(
  world: World,
  lives: readonly { readonly desk: SimDesk; readonly life: DeskLife }[],
  isCut = false,
): void {
  const [first, ...others] = lives;
  if (first === undefined) return;
  const apart = keptApartAt(world, lives);
  const doubtful = isCut ? ofRevoked(world, lives) : new Set<string>();
  const wanted = shownAt(first.life, apart);
  for (const { desk, life } of others) {
    const shown = shownAt(life, apart);
    for (const id of new Set([...wanted.keys(), ...shown.keys()])) {
      const names = `${first.desk.name} and ${desk.name}`;
      const what = (): string => `in one hall, ${names} show ${id} differently: ${onlyAtOne(first.life, life, id)}`;
      const isSame = wanted.get(id) === shown.get(id);
      if (!isSame && doubtful.has(id)) {
        world.coverage.note('faults', 'hall: an event of a revoked desk with the line cut');
      } else if (!isSame && isCut && isMovedAtOne(first.life, life, id)) {
        world.coverage.note('faults', 'hall: an event known at two places with the line cut');
      } else if (!isSame && isCut && isOfTwoStories(world, first.life, life, id)) {
        world.coverage.note('faults', 'hall: two stories of one log with the line cut');
      } else holds(isSame, 'S5', what);
    }
  }
  numbersOnce(world, first.life);
}

/**
 * No reign, however many there were at once, has given a number another gave that day: but those of one seat whose desk was
 * cloned or put back, which knows no more than its disk until it hears of somebody. @throws PromiseBroken S7
 */
function numbersOnce({ ledger, odd, coverage }: World, { opened }: DeskLife): void {
  const { store } = opened.context;
  const office = store.meta.get('enrolment')?.office ?? '';
  const seatOf = (ticket: string): string | null => {
    const issued = store.log?.ofAggregate(ticket).find(({ envelope }) => envelope.type === 'ticket.issued');
    return issued === undefined ? null : (ledger.get(issued.envelope.id)?.seat ?? null);
  };
  const given = new Map<string, string>();
  for (const { id, date, text } of store.halls.between(office, '0000-01-01', '9999-12-31')) {
    const before = given.get(`${date} ${text}`);
    given.set(`${date} ${text}`, id);
    if (before === undefined) continue;
    const [one, other] = [seatOf(before), seatOf(id)];
    const wereOne = one !== null && one === other && odd.forked.has(one);
    holds(wereOne, 'S7', () => `two tickets of ${date} are ${text}, of ${one ?? 'nobody'} and ${other ?? 'nobody'}`);
    coverage.note('faults', 'hall: a number given again by a desk that was cloned or put back');
  }
}

function isQuiet({ opened: { hall, context } }: DeskLife): boolean {
  const state = hall?.state().state;
  if (hall === null || (state !== 'hosting' && state !== 'linked')) return false;
  const newest = context.store.hearing.newest();
  return hall.links().every((link) => link.isLive && link.relay.givenUpTo >= newest);
}

/**
 * What the province keeps apart, as any of these desks knows: ids of the events, by what they are about. What a poison is
 * about is among it, without an event where the province has not seen it yet: it was put into the log past every view.
 */
function keptApartAt(
  { ledger }: World,
  lives: readonly { readonly life: DeskLife }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const poisoned = [...ledger.all()].filter(({ poison }) => poison !== null);
  const apart = new Map(poisoned.map(({ aggregateId }) => [aggregateId, new Set<string>()]));
  for (const { life } of lives) {
    for (const { aggregateId, verdict } of life.opened.context.store.outbox.toLookAt(100_000)) {
      if (verdict.end !== 'quarantined') continue;
      apart.set(aggregateId, (apart.get(aggregateId) ?? new Set()).add(verdict.eventId));
    }
  }
  return apart;
}

/** What events of revoked desks are about that one of these has without the province's word. */
function ofRevoked({ odd }: World, lives: readonly { readonly life: DeskLife }[]): ReadonlySet<string> {
  const about = new Set<string>();
  for (const { life } of lives) {
    const { hearing } = life.opened.context.store;
    for (let at = 0; ;) {
      const { events, upTo } = hearing.after(at, 500, null);
      for (const { event, verdict } of events) {
        if (verdict === null && odd.revoked.has(event.envelope.device)) about.add(event.envelope.aggregateId);
      }
      if (upTo === at) break;
      at = upTo;
    }
  }
  return about;
}

/**
 * What a desk shows of its dossiers and tickets, by id. The desk that wrote what the province keeps apart shows that all
 * the same: such a dossier is taken as it folds without those events, so that all the rest of it is compared.
 */
function shownAt({ opened }: DeskLife, apart: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string> {
  const { store } = opened.context;
  const office = store.meta.get('enrolment')?.office ?? '';
  const rows = [...store.dossiers.recent(100_000), ...store.halls.between(office, '0000-01-01', '9999-12-31')];
  // Views are texts, integers, lists and nulls.
  const shown = new Map(rows.map((row) => [row.id, canonical(JSON.parse(JSON.stringify(row)) as Json)]));
  for (const [id, without] of apart) {
    const events = store.log?.ofAggregate(id).filter(({ envelope }) => !without.has(envelope.id)) ?? [];
    const view = foldStored(id, events.map(asStored));
    if (view === null) shown.delete(id);
    else shown.set(id, canonical(JSON.parse(JSON.stringify(view)) as Json));
  }
  return shown;
}

/** As the server has it stored; the fold asks for no more of it. */
function asStored({ envelope, body }: LogEvent): StoredEvent {
  const { log, seq } = envelope;
  const bodyText = body === null ? null : canonical(body);
  return { log, seq, envelope: JSON.stringify(envelope), body: bodyText, office: '', fed: [] };
}

/** Which events of it only one of the two has. */
function onlyAtOne(a: DeskLife, b: DeskLife, id: string): string {
  const told = (events: readonly LogEvent[], other: DeskLife): string =>
    events
      .map((event) => {
        const { type, id: one, log, seq } = event.envelope;
        const there = standsAt(other, event)?.envelope;
        return `${type} ${one} at ${log} ${seq} (${there === undefined ? 'nothing' : `${there.type} ${there.id}`})`;
      })
      .join(', ');
  const [here, there] = [told(onlyAt(a, b, id), b), told(onlyAt(b, a, id), a)];
  const verdicts = [a, b].map(({ opened }) =>
    opened.context.store.outbox.standOf(id).verdicts.map(({ eventId, end, reason }) => `${eventId} ${end} ${reason}`),
  );
  return `only here ${here}; only there ${there}; verdicts ${JSON.stringify(verdicts)}`;
}

/**
 * A dossier of which both have the same events, some of them at other places, and each shows what they come to there. A desk
 * that left its log wrote them down again in its new one under their own ids; who has heard such an id through the hall before
 * takes no second one of it, and only the province can say which place holds. Ties go by (log, seq): the order may be another.
 */
function isMovedAtOne(a: DeskLife, b: DeskLife, id: string): boolean {
  const [here, there] = [onlyAt(a, b, id), onlyAt(b, a, id)].map((events) =>
    events.map(({ envelope }) => envelope.id).sort(),
  );
  const isMoved = here !== undefined && here.length > 0 && here.join(' ') === there?.join(' ');
  return isMoved && showsItsFold(a, id) && showsItsFold(b, id);
}

/**
 * A dossier whose events that only one has stand where the other has another: of a desk that was cloned or put back, whose log
 * has two stories. Who has heard the one takes none of the other, and only the province can say which holds.
 */
function isOfTwoStories({ ledger, odd }: World, a: DeskLife, b: DeskLife, id: string): boolean {
  const isOther = (event: LogEvent, other: DeskLife): boolean =>
    odd.forked.has(ledger.get(event.envelope.id)?.seat ?? '') && standsAt(other, event) !== null;
  const are =
    onlyAt(a, b, id).every((event) => isOther(event, b)) && onlyAt(b, a, id).every((event) => isOther(event, a));
  return are && showsItsFold(a, id) && showsItsFold(b, id);
}

/** What a desk has at the place of that event. */
function standsAt({ opened }: DeskLife, { envelope: { log, seq } }: LogEvent): LogEvent | null {
  const [found] = opened.context.store.log?.before(log, seq + 1, 1) ?? [];
  return found?.envelope.seq === seq ? found : null;
}

/** Nothing, where it has nothing of it. */
function showsItsFold({ opened }: DeskLife, id: string): boolean {
  const { dossiers, log } = opened.context.store;
  const shown = dossiers.get(id);
  const folds = foldStored(id, (log?.ofAggregate(id) ?? []).map(asStored));
  // Views are texts, integers, lists and nulls.
  const text = (view: unknown): string => canonical(JSON.parse(JSON.stringify(view)) as Json);
  return text(shown) === text(folds);
}

function onlyAt(a: DeskLife, b: DeskLife, id: string): LogEvent[] {
  const [here, there] = [a, b].map(({ opened }) => opened.context.store.log?.ofAggregate(id) ?? []);
  const known = new Set(there?.map(({ envelope }) => envelope.hash));
  return (here ?? []).filter(({ envelope }) => !known.has(envelope.hash));
}
