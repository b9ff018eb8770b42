import type { ProblemCode } from '../../contract/problems.ts';
import type { Clock } from '../desk/ports.ts';
import type { Store } from '../store/store.ts';

/** What the status bar says about the line. Times are milliseconds since 1970 by the device's clock. */
export type LineState =
  | { readonly state: 'up'; readonly since: number | null }
  | { readonly state: 'sending'; readonly left: number; readonly of: number }
  /** A new desk, or one that was away for long, takes in what its office did: rows of the feed. */
  | { readonly state: 'receiving'; readonly left: number; readonly of: number }
  /** `code`: no line (DT-01), or a server that is too busy or not ready; null before the first try. */
  | { readonly state: 'down'; readonly since: number; readonly code: ProblemCode | null }
  | { readonly state: 'stopped'; readonly since: number; readonly code: ProblemCode };

/** Since when it is up, device clock; null: it is not. */
export function upSince(line: LineState): number | null {
  return line.state === 'up' ? line.since : null;
}

/** Before the first answer the line is what it was when the program closed. */
export function initialLine(store: Store, clock: Clock): LineState {
  const down = store.meta.get('lineDownSince');
  return down === null
    ? { state: 'down', since: store.meta.get('lastContact') ?? clock.now(), code: null }
    : { state: 'down', since: down, code: null };
}
