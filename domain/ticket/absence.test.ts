import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callsToGo } from './absence.ts';
import type { HallCommand } from './commands.ts';
import { exampleHost, exampleRules, nobodyCame, plain } from './example.ts';

test('given back to the line by an officer, a ticket has lost no chance: it is put back when its holder is absent', () => {
  const host = exampleHost('d1');
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:01');
  host.does({ kind: 'issue', ticket: 't1', ...plain }, '07:30');
  host.does({ kind: 'call', counter: 'q1', ticket: 't1' }, '07:31');
  host.does({ kind: 'putBack', ticket: 't1', place: 'own' }, '07:32');
  expect(host.ticket('t1')).toMatchObject({ state: 'waiting', queuedAt: '2026-11-23T07:30:00', putBacks: 0 });
  host.does({ kind: 'call', counter: 'q1', ticket: 't1' }, '07:33');
  nobodyCame(host, 'q1', 't1', '07:34');
  expect(host.ticket('t1')).toMatchObject({ state: 'waiting', queuedAt: '2026-11-23T07:34:00', putBacks: 1 });
  // Given back while it waits for its second call, it has missed no more than it had.
  host.does({ kind: 'putBack', ticket: 't1', place: 'own' }, '07:35');
  expect(host.ticket('t1').putBacks).toBe(1);
  host.does({ kind: 'call', counter: 'q1', ticket: 't1' }, '07:36');
  nobodyCame(host, 'q1', 't1', '07:37');
  expect(host.ticket('t1')).toMatchObject({ state: 'expired', expired: 'absent' });
});

test('a number that has expired and is given back has gone back for no absence', () => {
  const rules = { ...exampleRules, settings: { ...exampleRules.settings, calls: 1, putBacks: 0 } };
  const host = exampleHost('d1', rules);
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:01');
  host.does({ kind: 'issue', ticket: 't1', ...plain }, '07:30');
  for (const kind of ['call', 'noShow', 'putBack'] as const) host.does(commandOf(kind), '07:31');
  expect(host.ticket('t1')).toMatchObject({ state: 'waiting', noShows: 1, putBacks: 0 });
});

const act = fc.constantFrom('call', 'recall', 'recall', 'noShow', 'noShow', 'putBack', 'hold', 'resume', 'move');

test('whatever an office sets: nobody is absent before so many calls, and no ticket expires before so many absences', () => {
  const own = fc.record({ calls: fc.integer({ min: 1, max: 9 }), putBacks: fc.integer({ min: 0, max: 9 }) });
  fc.assert(
    fc.property(own, fc.array(act, { maxLength: 120 }), (settings, acts) => {
      const rules = { ...exampleRules, settings: { ...exampleRules.settings, ...settings } };
      const host = exampleHost('d1', rules);
      host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
      host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:01');
      host.does({ kind: 'issue', ticket: 't1', ...plain }, '07:30');
      let [called, absences] = [0, 0];
      const answers: boolean[] = [];
      const lawful: boolean[] = [];
      acts.forEach((kind, n) => {
        const time = `${String(8 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
        const before = host.ticket('t1');
        const decision = host.ask(commandOf(kind), time);
        if (kind === 'noShow' && before.state === 'called') {
          answers.push(decision.ok, callsToGo(before.calls.at(-1), settings) === Math.max(0, settings.calls - called));
          lawful.push(called >= settings.calls, true);
        }
        if (!decision.ok) return;
        host.does(commandOf(kind), time);
        const after = host.ticket('t1');
        if (kind === 'call') called = 1;
        if (kind === 'recall') called += 1;
        if (kind === 'noShow') absences += 1;
        answers.push(
          kind !== 'putBack' || after.putBacks === before.putBacks,
          after.expired !== 'absent' || absences > settings.putBacks,
          after.putBacks <= Math.min(absences, settings.putBacks),
        );
        lawful.push(true, true, true);
      });
      expect(answers).toEqual(lawful);
    }),
    { numRuns: 200 },
  );
});

function commandOf(kind: 'call' | 'recall' | 'noShow' | 'putBack' | 'hold' | 'resume' | 'move'): HallCommand {
  const at = { counter: 'q1', ticket: 't1' };
  switch (kind) {
    case 'call':
    case 'recall':
    case 'noShow':
    case 'resume':
      return { kind, ...at };
    case 'hold':
      return { kind, ...at, reason: 'điền tờ khai' };
    case 'putBack':
      return { kind, ticket: 't1', place: 'own' };
    case 'move':
      return { kind, ticket: 't1', series: 'B', counter: 'q1', reason: 'hỏi thêm' };
  }
}
