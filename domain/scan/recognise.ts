import { classifyScan, type Scan } from './classify.ts';
import { meaningOf, type ScanKey } from './key-text.ts';

export type { Scan } from './classify.ts';
export type { ScanKey } from './key-text.ts';

/**
 * Tells a scanner that types from a person who types, by speed and shape, so that a scan goes to what the screen
 * expects and not into the field with the cursor. It keeps no clock: times come with the keys.
 */

/** Scanners send keys 1–20 ms apart; the fastest typists leave 60 ms, and only pairs of rolled keys come closer. */
export const FAST_GAP_MS = 35;
/** So many fast keys, not all the same ones, and it is a scanner. A typing program's own bursts are shorter. */
export const BURST_KEYS = 6;
/** Within a scan a wireless scanner may pause; a longer silence ends it. */
export const END_GAP_MS = 120;
/** Shorter bursts are given back as typing: no code of ours is so short. */
export const SHORTEST_SCAN = 8;

interface Burst {
  readonly typed: string;
  readonly placed: string;
  readonly keys: number;
  readonly lastMs: number;
}

export type ScannerState =
  /** Nothing, or a person typing. */
  | { readonly kind: 'idle' }
  /** Fast keys, still too few to tell: they go into the field. */
  | ({ readonly kind: 'gathering' } & Burst)
  /** A scanner: its keys are kept from the field. `leaked` went in before it was known. */
  | ({ readonly kind: 'scanning'; readonly leaked: string } & Burst);

export interface ScanStep {
  readonly state: ScannerState;
  /** Whether this key must not reach the field. */
  readonly swallow: boolean;
  /** What went into the field before the scanner was known, to be taken out again; empty for none. */
  readonly takeBack: string;
  /** Text that was kept from the field and turned out to be a person's typing, to be put in. */
  readonly giveBack: string;
  readonly scan: Scan | null;
}

export const idleScanner: ScannerState = { kind: 'idle' };

/** Takes one keydown. Where a scan had ended in silence, it is handed over with this key's step. */
export function onScanKey(state: ScannerState, key: ScanKey): ScanStep {
  const rested = onScanSilence(state, key.timeMs);
  const step = take(rested.state, key);
  return {
    ...step,
    giveBack: rested.giveBack + step.giveBack,
    // A step that ends one scan cannot end another: the second has only its first key.
    scan: rested.scan ?? step.scan,
  };
}

/** Takes the time alone, from a timer: a scanner that sends no Enter has ended its scan after END_GAP_MS. */
export function onScanSilence(state: ScannerState, timeMs: number): ScanStep {
  switch (state.kind) {
    case 'idle':
      return stay(state);
    case 'gathering':
      return timeMs - state.lastMs > FAST_GAP_MS ? stay(idleScanner) : stay(state);
    case 'scanning':
      return timeMs - state.lastMs > END_GAP_MS ? finish(state) : stay(state);
  }
}

function take(state: ScannerState, key: ScanKey): ScanStep {
  const meaning = meaningOf(key);
  switch (meaning.kind) {
    case 'letter':
      return add(state, meaning.text, meaning.placed, key.timeMs);
    case 'lost':
      // The reading then asks: a letter stood there that nobody saw.
      return add(state, '\ufffd', '\ufffd', key.timeMs);
    case 'none':
      return { ...stay(state), swallow: state.kind === 'scanning' };
    case 'command':
      // A person at work: what was gathered stays where it is.
      return state.kind === 'scanning' ? finish(state, false) : stay(idleScanner);
    case 'rubout':
      return rubout(state, key.timeMs);
    case 'end':
      return state.kind === 'scanning' ? finish(state, true) : stay(idleScanner);
  }
}

function add(state: ScannerState, typed: string, placed: string, timeMs: number): ScanStep {
  const before = state.kind === 'idle' ? { typed: '', placed: '', keys: 0 } : state;
  const burst: Burst = {
    typed: before.typed + typed,
    placed: before.placed + placed,
    keys: before.keys + 1,
    lastMs: timeMs,
  };
  if (state.kind === 'scanning') {
    return { ...stay({ kind: 'scanning', leaked: state.leaked, ...burst }), swallow: true };
  }
  // A key held down repeats as fast as a slow scanner, but always itself.
  const isScanner = burst.keys >= BURST_KEYS && new Set(burst.placed).size >= 3;
  if (!isScanner) return stay({ kind: 'gathering', ...burst });
  return { ...stay({ kind: 'scanning', leaked: before.typed, ...burst }), swallow: true, takeBack: before.typed };
}

/** Typing programs rub out and write anew: within a scan it is theirs, before it a person's or theirs for a person. */
function rubout(state: ScannerState, timeMs: number): ScanStep {
  if (state.kind !== 'scanning') return stay(idleScanner);
  const typed = Array.from(state.typed).slice(0, -1).join('');
  return { ...stay({ ...state, typed, lastMs: timeMs }), swallow: true };
}

function finish(state: Extract<ScannerState, { kind: 'scanning' }>, byEnd = false): ScanStep {
  const ended: ScanStep = { ...stay(idleScanner), swallow: byEnd };
  if (Array.from(state.typed).length < SHORTEST_SCAN) {
    // The Enter was a person's too.
    return { ...ended, swallow: false, giveBack: state.typed };
  }
  return { ...ended, scan: classifyScan(state.typed, state.placed) };
}

function stay(state: ScannerState): ScanStep {
  return { state, swallow: false, takeBack: '', giveBack: '', scan: null };
}
