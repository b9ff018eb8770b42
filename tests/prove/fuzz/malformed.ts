import { createHash } from 'node:crypto';

/** Draws that come out the same for the same seed. */
export interface Draws {
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  of<T>(list: readonly [T, ...T[]]): T;
  bytes(n: number): Buffer;
}

export function drawsFrom(seed: string): Draws {
  const digest = createHash('sha256').update(seed).digest();
  // sfc32: 128 bits of state. Of 32, two of 100,000 inputs begin alike, and draw one id for two events.
  let [a, b, c] = [digest.readInt32BE(0), digest.readInt32BE(4), digest.readInt32BE(8)];
  let counter = digest.readInt32BE(12);
  const next = (): number => {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return (drawn >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    of: (list) => list[below(list.length)] ?? list[0],
    bytes: (n) => Buffer.from(Array.from({ length: n }, () => below(256))),
  };
}

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const long = 'Nguyễn '.repeat(3000);

/** What nobody types: each breaks some program somewhere. */
const nasty: readonly [unknown, ...unknown[]] = [
  null,
  true,
  '',
  0,
  -1,
  -0,
  0.1,
  1e308,
  2 ** 53,
  -(2 ** 31) - 1,
  '\u0000',
  '\ud800',
  'a\u0301'.repeat(200),
  '\u202etxt.exe',
  long,
  '../../../../etc/passwd',
  '%s%n${7*7}{{7*7}}',
  "'; drop table event; --",
  '<img src=x onerror=alert(1)>',
  '9999-99-99T99:99:99',
  '2026-02-30',
  '019ab000-0000-7000-8000-000000000abc',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  [],
  {},
  [[]],
  [null, null],
  { ['__proto__']: { polluted: true } },
  { constructor: { prototype: { polluted: true } } },
  { toString: 1, valueOf: null, length: -1 },
  Array.from({ length: 600 }, () => 0),
];

/** The value with one to three places of it broken: changed, removed, doubled, moved or added to. */
export function broken(value: unknown, draws: Draws): unknown {
  let out = structuredClone(value);
  for (let n = draws.below(3); n >= 0; n--) out = breakOne(out, draws);
  return out;
}

function breakOne(value: unknown, draws: Draws): unknown {
  if (draws.below(5) === 0) return draws.of(nasty);
  if (Array.isArray(value)) {
    const list: unknown[] = [...(value as unknown[])];
    const at = draws.below(list.length + 1);
    if (list.length === 0 || draws.below(4) === 0) list.splice(at, 0, draws.of(nasty));
    else if (draws.below(3) === 0) list.splice(at, 1);
    else list[at % list.length] = breakOne(list[at % list.length], draws);
    return list;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value);
    const [name, field] = fields[draws.below(fields.length)] ?? ['more', null];
    const kind = draws.below(6);
    if (kind === 0) return Object.fromEntries(fields.filter(([other]) => other !== name));
    if (kind === 1) return { ...value, [draws.of(['more', 'constructor', 'toJSON', ' ', long])]: draws.of(nasty) };
    return { ...value, [name]: breakOne(field, draws) };
  }
  if (typeof value === 'string' && draws.below(2) === 0) {
    const at = draws.below(value.length + 1);
    return `${value.slice(0, at)}${String.fromCharCode(draws.below(0x10000))}${value.slice(at + draws.below(3))}`;
  }
  if (typeof value === 'number' && draws.below(2) === 0) return value + draws.of([-1, 1, 0.5, 2 ** 31, -(2 ** 53)]);
  return draws.of(nasty);
}

/** A body as bytes: most of them JSON that says something else, some of them no JSON at all. */
export function malformedBody(value: unknown, draws: Draws): Buffer {
  const text = JSON.stringify(broken(value, draws)) ?? '';
  switch (draws.below(12)) {
    case 0:
      return draws.bytes(draws.below(300));
    case 1:
      return Buffer.from(text.slice(0, draws.below(text.length + 1)));
    case 2: {
      const bytes = Buffer.from(text);
      if (bytes.length > 0) bytes[draws.below(bytes.length)] = draws.below(256);
      return bytes;
    }
    case 3:
      return Buffer.from(`${text}${text}`);
    case 4:
      return Buffer.from(deep(draws.below(3000)));
    case 5:
      return Buffer.from(text.replace(/:/, `:${deep(draws.below(500))},"x":`));
    default:
      return Buffer.from(text);
  }
}
