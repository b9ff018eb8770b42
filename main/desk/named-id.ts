import { sha256 } from '../../contract/signing.ts';

/**
 * The id of an aggregate that is found by what it is, not by chance: a draft's history, a counter's day. A UUID of
 * version 8, the same from every machine, and never the id of another kind of thing.
 */
export function namedId(name: string): string {
  const hex = sha256(name);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
