import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { Clock, Desk } from '../desk/ports.ts';
import { lockWithTheComputer } from './power.ts';

function stand() {
  const done: string[] = [];
  const timers: { ms: number; fn: () => void; cancelled: boolean }[] = [];
  const clock: Clock = {
    now: () => 0,
    monotonic: () => 0,
    upFor: () => 0,
    after(ms, fn) {
      const timer = { ms, fn, cancelled: false };
      timers.push(timer);
      return () => {
        timer.cancelled = true;
      };
    },
  };
  const desk: Desk = {
    call: async () => ({ ok: true, value: null }),
    subscribe: () => () => {},
    lock: () => done.push('lock'),
    forget: () => {},
    close: async () => {},
  };
  const power = new EventEmitter();
  lockWithTheComputer(power, clock, desk, () => done.push('wipe'));
  return { done, timers, power };
}

test.each(['lock-screen', 'suspend'])('%s locks and wipes once the draft has had time to be saved', (event) => {
  const { done, timers, power } = stand();
  power.emit(event);
  expect(done).toEqual([]);
  expect(timers[0]?.ms).toBeGreaterThan(1000);
  timers[0]?.fn();
  expect(done).toEqual(['lock', 'wipe']);
});

test.each(['resume', 'unlock-screen'])('%s before that time locks at once', (event) => {
  const { done, timers, power } = stand();
  power.emit('suspend');
  power.emit(event);
  expect(done).toEqual(['lock', 'wipe']);
  expect(timers[0]?.cancelled).toBe(true);
});

test('several signs of one absence lock once', () => {
  const { done, timers, power } = stand();
  power.emit('lock-screen');
  power.emit('suspend');
  expect(timers).toHaveLength(1);
  timers[0]?.fn();
  power.emit('resume');
  power.emit('unlock-screen');
  expect(done).toEqual(['lock', 'wipe']);
});

test('waking up without having slept locks nothing', () => {
  const { done, power } = stand();
  power.emit('resume');
  expect(done).toEqual([]);
});
