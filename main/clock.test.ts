import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from './clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a wait calls once, after its time', () => {
  const rang = vi.fn<() => void>();
  systemClock.after(1000, rang);
  vi.advanceTimersByTime(999);
  expect(rang).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5000);
  expect(rang).toHaveBeenCalledTimes(1);
});

test('a cancelled wait never calls', () => {
  const rang = vi.fn<() => void>();
  systemClock.after(1000, rang)();
  vi.advanceTimersByTime(5000);
  expect(rang).not.toHaveBeenCalled();
});

test('a wait of 60 days does not fire at once, and can be cancelled in its second step', () => {
  const days = 86_400_000;
  const rang = vi.fn<() => void>();
  systemClock.after(60 * days, rang);
  vi.advanceTimersByTime(59 * days);
  expect(rang).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1 * days);
  expect(rang).toHaveBeenCalledTimes(1);

  const cancelled = vi.fn<() => void>();
  const cancel = systemClock.after(60 * days, cancelled);
  vi.advanceTimersByTime(30 * days);
  cancel();
  vi.advanceTimersByTime(60 * days);
  expect(cancelled).not.toHaveBeenCalled();
});
