import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { virtualClock } from '../../../tests/harness/virtual-clock.ts';
import type { PhoneSide, PhoneTicket } from './side.ts';
import { ticketTexts, ticketTitle } from './pages.ts';
import { createWatch } from './watch.ts';

const waiting: PhoneTicket = {
  id: 't1',
  number: 'A012',
  series: 'A',
  stands: 'waiting',
  gone: null,
  counter: null,
  calledAt: null,
  missed: 0,
  field: { vi: 'Chứng thực', en: 'Certification' },
  ahead: 2,
  wait: { from: 5, to: 15 },
  token: 'x',
  bookedFor: null,
  goesBack: true,
  isPhones: true,
};

interface Room {
  live: boolean;
  asOf: string;
  readonly tickets: Map<string, PhoneTicket>;
}

function sideOf(now: Room): PhoneSide {
  return {
    office: 'Trung tâm',
    isLive: () => now.live,
    isOpen: () => true,
    asOf: () => now.asOf,
    series: () => [],
    priorities: () => [],
    calls: () => 3,
    mayOpen: () => true,
    ticket: (token) => now.tickets.get(token) ?? null,
    ofPhone: () => [],
    isFull: () => false,
    take: () => Promise.resolve('x'),
    newPhone: () => 'p',
    hostsPages: () => null,
    others: () => [],
  };
}

/** A phone that notes what it is told. */
function listening(watch: ReturnType<typeof createWatch>, token: string, language: 'vi' | 'en' = 'vi') {
  const to = new ServerResponse(new IncomingMessage(new Socket()));
  const said: Record<string, unknown>[] = [];
  to.write = (text: unknown) => {
    const data = /^data: (.*)\n\n$/s.exec(String(text))?.[1];
    if (data !== undefined) said.push(JSON.parse(data) as Record<string, unknown>);
    return true;
  };
  watch.add(to, token, language);
  return { to, said, cards: () => said.filter((each) => 'stands' in each) };
}

function phone() {
  const now: Room = { live: true, asOf: '2026-11-23T09:10:00', tickets: new Map([['x', waiting]]) };
  const clock = virtualClock(0);
  const watch = createWatch(sideOf(now), clock);
  const { said } = listening(watch, 'x');
  return { now, clock, watch, last: () => said.at(-1) };
}

test('a ticket of another day is told to be no longer good, and nothing of its line is left on the page', () => {
  const { now, clock, watch, last } = phone();
  clock.advance(100);
  expect(last()).toMatchObject({ live: true, stands: 'waiting', texts: { number: 'A012', ahead: '2 người' } });
  now.tickets.clear();
  watch.changed();
  clock.advance(100);
  expect(last()).toMatchObject({ live: true, stands: 'gone', texts: { ahead: '', wait: '' } });
});

test('while no host is heard nothing of the ticket is told, and the moment stays the one it was lost at', () => {
  const { now, clock, last } = phone();
  clock.advance(100);
  now.live = false;
  now.tickets.clear();
  clock.advance(5_000);
  expect(last()).toEqual({ live: false, at: '9:10' });
});

test('whatever changes, each phone has its ticket as it stands, and is told no card twice over', () => {
  const tokens = ['a', 'b', 'c'] as const;
  const step = fc.record({
    token: fc.constantFrom(...tokens),
    stands: fc.constantFrom('waiting', 'called', 'missed', 'served'),
    ahead: fc.integer({ min: 0, max: 2 }),
    language: fc.constantFrom('vi', 'en'),
    what: fc.constantFrom('change', 'change', 'gone', 'join', 'lost', 'back'),
    ms: fc.constantFrom(0, 1, 30, 6000),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const now: Room = { live: true, asOf: '2026-11-23T09:10:00', tickets: new Map() };
      const side = sideOf(now);
      const clock = virtualClock(0);
      const watch = createWatch(side, clock);
      const phones = tokens.map((token) => ({ token, language: 'vi' as 'vi' | 'en', ...listening(watch, token) }));
      for (const { token, stands, ahead, language, what, ms } of steps) {
        if (what === 'join') phones.push({ token, language, ...listening(watch, token, language) });
        if (what === 'gone') now.tickets.delete(token);
        if (what === 'change') now.tickets.set(token, { ...waiting, stands, ahead, token });
        if (what === 'lost' || what === 'back') now.live = what === 'back';
        watch.changed();
        clock.advance(ms);
      }
      now.live = true;
      watch.changed();
      clock.advance(100);
      for (const { token, language, cards } of phones) {
        const ticket = now.tickets.get(token);
        const right =
          ticket === undefined
            ? { stands: 'gone' }
            : {
                stands: ticket.stands,
                title: ticketTitle(ticket, language),
                texts: { ...ticketTexts(side, ticket, language) },
              };
        const texts = cards().map((card) => JSON.stringify([card.stands, card.title, card.texts]));
        expect(cards().at(-1)).toMatchObject(right);
        expect(texts.filter((text, nth) => text === texts[nth - 1])).toEqual([]);
      }
      watch.stop();
    }),
    { numRuns: 200 },
  );
});

test('hundreds of phones are told in pieces, whoever is called first, and nobody else while nothing of theirs is another', () => {
  const MANY = 300;
  const now: Room = { live: true, asOf: '2026-11-23T09:10:00', tickets: new Map() };
  const tickets = Array.from({ length: MANY }, (_, n) => ({ ...waiting, number: `A${n}`, token: `t${n}` }));
  for (const ticket of tickets) now.tickets.set(ticket.token, ticket);
  const clock = virtualClock(0);
  let passed = 0;
  // A millisecond for everything that looks at the clock.
  const slow = { ...clock, monotonic: () => (passed += 1) };
  const watch = createWatch(sideOf(now), slow);
  const phones = tickets.map(({ token }) => listening(watch, token));
  clock.advance(1000);
  expect(phones.every(({ said }) => said.length === 1)).toBe(true);

  for (const ticket of tickets) now.tickets.set(ticket.token, { ...ticket, ahead: 1 });
  now.tickets.set('t299', { ...waiting, token: 't299', stands: 'called', counter: 'Quầy 1' });
  watch.changed();
  let between = 0;
  const told = (): number => phones.filter(({ said }) => said.length === 2).length;
  clock.after(20, function other() {
    if (told() >= MANY) return;
    between += 1;
    expect(told()).toBeLessThanOrEqual(between * 6);
    expect(phones.at(-1)?.cards().at(-1)).toMatchObject({ stands: 'called' });
    clock.after(0, other);
  });
  clock.advance(2000);
  expect(told()).toBe(MANY);
  expect(between).toBeGreaterThan(MANY / 6 - 1);

  now.tickets.set('t7', { ...waiting, token: 't7', ahead: 0 });
  watch.changed();
  clock.advance(100);
  expect(phones.filter(({ said }) => said.length === 3)).toEqual([phones[7]]);
  watch.stop();
});
