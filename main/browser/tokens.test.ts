import { beforeEach, expect, test, vi } from 'vitest';
import { systemRandom } from '../random.ts';
import { handClock, type HandClock } from './stand-ins.ts';
import { createTokens, QUIET_MS, type Tokens } from './tokens.ts';

let clock: HandClock;
let tokens: Tokens;
const onUsed = vi.fn<(token: string) => void>();
const onGone = vi.fn<(session: string) => void>();
beforeEach(() => {
  vi.resetAllMocks();
  clock = handClock();
  tokens = createTokens({ clock, random: systemRandom, onUsed, onGone });
});

function tab(): { readonly bearer: string; readonly session: string } {
  const opened = tokens.exchange(tokens.issue(1000));
  if (opened === null) throw new Error('no tab');
  return opened;
}

test('a token gives one bearer, once', () => {
  const token = tokens.issue(1000);
  const first = tokens.exchange(token);
  expect(first?.bearer).toMatch(/^[\w-]{43}$/);
  expect(onUsed).toHaveBeenCalledExactlyOnceWith(token);
  expect(tokens.exchange(token)).toBeNull();
  expect(onUsed).toHaveBeenCalledTimes(1);
});

test('a bearer is no token and a token is no bearer', () => {
  const token = tokens.issue(1000);
  expect(tokens.sessionOf(token)).toBeNull();
  expect(tokens.exchange(tab().bearer)).toBeNull();
});

test.each(['', 'x', 'A'.repeat(43)])('"%s" is neither', (secret) => {
  tokens.issue(null);
  tab();
  expect(tokens.exchange(secret)).toBeNull();
  expect(tokens.sessionOf(secret)).toBeNull();
});

test('a token past its time is refused; one without a limit is not', () => {
  const short = tokens.issue(1000);
  const long = tokens.issue(null);
  clock.pass(1000);
  expect(tokens.exchange(short)).toBeNull();
  clock.pass(1e9);
  expect(tokens.exchange(long)).not.toBeNull();
});

test('each tab has its own bearer and session', () => {
  const [one, two] = [tab(), tab()];
  expect(one.bearer).not.toBe(two.bearer);
  expect(one.session).not.toBe(two.session);
  expect(tokens.sessionOf(one.bearer)).toBe(one.session);
  expect(tokens.sessionOf(two.bearer)).toBe(two.session);
});

test('a tab that is not heard of for ten minutes is gone', () => {
  const { bearer, session } = tab();
  clock.pass(QUIET_MS - 1);
  expect(tokens.sessionOf(bearer)).toBe(session);
  clock.pass(QUIET_MS - 1);
  expect(onGone).not.toHaveBeenCalled();
  clock.pass(1);
  expect(onGone).toHaveBeenCalledExactlyOnceWith(session);
  expect(tokens.sessionOf(bearer)).toBeNull();
});

test('a tab that listens is never gone; its silence counts from the end of the last stream', () => {
  const { bearer, session } = tab();
  const [first, second] = [tokens.hold(session), tokens.hold(session)];
  clock.pass(10 * QUIET_MS);
  first();
  first();
  clock.pass(10 * QUIET_MS);
  expect(tokens.sessionOf(bearer)).toBe(session);
  second();
  clock.pass(QUIET_MS);
  expect(onGone).toHaveBeenCalledExactlyOnceWith(session);
});

test('closing ends every tab and token', () => {
  const { bearer, session } = tab();
  const token = tokens.issue(null);
  tokens.close();
  expect(onGone).toHaveBeenCalledExactlyOnceWith(session);
  expect(tokens.sessionOf(bearer)).toBeNull();
  expect(tokens.exchange(token)).toBeNull();
  clock.pass(QUIET_MS);
  expect(onGone).toHaveBeenCalledTimes(1);
});
