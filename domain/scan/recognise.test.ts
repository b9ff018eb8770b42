import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idleScanner, onScanKey, onScanSilence, END_GAP_MS, type Scan, type ScanKey } from './recognise.ts';

const CARD =
  '087196004218|341567890|Phạm Thị Thuý Hằng|14081996|Nữ|Số 12A, khóm 3, Phường 2, Sa Đéc, Đồng Tháp|09092021';

/** What a US keyboard sends for these letters; others come without a place, as drivers send them. */
function keysOf(text: string, gapMs: number, startMs = 1000): ScanKey[] {
  return Array.from(text, (key, at) => {
    const code = /[a-z]/i.test(key)
      ? `Key${key.toUpperCase()}`
      : /\d/.test(key)
        ? `Digit${key}`
        : (SIGN_CODES[key] ?? '');
    return { key, code, timeMs: startMs + at * gapMs, shift: /[A-Z|?:]/.test(key) };
  });
}
const SIGN_CODES: Readonly<Record<string, string>> = {
  '-': 'Minus',
  '.': 'Period',
  '|': 'Backslash',
  '/': 'Slash',
  ':': 'Semicolon',
  ' ': 'Space',
  '?': 'Slash',
};

interface Run {
  readonly scans: readonly Scan[];
  /** What stands in the field at the end, when the page does as it is told. */
  readonly field: string;
}

function run(keys: readonly ScanKey[], silentAt?: number): Run {
  let state = idleScanner;
  let field = '';
  const scans: Scan[] = [];
  for (const key of keys) {
    const step = onScanKey(state, key);
    state = step.state;
    if (step.takeBack !== '' && field.endsWith(step.takeBack)) field = field.slice(0, -step.takeBack.length);
    field += step.giveBack;
    if (!step.swallow && Array.from(key.key).length === 1) field += key.key;
    if (!step.swallow && key.key === 'Backspace') field = field.slice(0, -1);
    if (step.scan !== null) scans.push(step.scan);
  }
  if (silentAt !== undefined) {
    const step = onScanSilence(state, silentAt);
    field += step.giveBack;
    if (step.scan !== null) scans.push(step.scan);
  }
  return { scans, field };
}

const enter = (keys: readonly ScanKey[], gapMs = 5): ScanKey => ({
  key: 'Enter',
  code: 'Enter',
  timeMs: (keys.at(-1)?.timeMs ?? 0) + gapMs,
});
const withEnter = (keys: readonly ScanKey[]): ScanKey[] => [...keys, enter(keys)];

test('a scanned card is recognised, and nothing of it is left in the field', () => {
  const { scans, field } = run([...keysOf('ab', 200, 0), ...withEnter(keysOf(CARD, 8))]);
  expect(scans).toMatchObject([
    { kind: 'card', reading: { kind: 'read', confidence: 'certain', person: { name: 'Phạm Thị Thuý Hằng' } } },
  ]);
  expect(field).toBe('ab');
});

test('a scanner without Enter has ended after its silence', () => {
  const keys = keysOf('H20.57-261123-0304', 10);
  const last = keys.at(-1)?.timeMs ?? 0;
  expect(run(keys, last + END_GAP_MS).scans).toEqual([]);
  expect(run(keys, last + END_GAP_MS + 1).scans).toEqual([
    { kind: 'dossier-code', text: 'H20.57-261123-0304', code: 'H20.57-261123-0304' },
  ]);
});

test('two scans one after the other are two scans', () => {
  const first = keysOf('H20.57-261123-0304', 10);
  const second = keysOf('H20.57-261123-0305', 10, 5000);
  expect(run([...first, ...withEnter(second)]).scans.map((scan) => scan.text)).toEqual([
    'H20.57-261123-0304',
    'H20.57-261123-0305',
  ]);
});

test('a pause of a wireless scanner does not cut the scan', () => {
  const head = keysOf('H20.57-2611', 10);
  const tail = keysOf('23-0304', 10, (head.at(-1)?.timeMs ?? 0) + END_GAP_MS);
  expect(run(withEnter([...head, ...tail])).scans).toMatchObject([
    { kind: 'dossier-code', code: 'H20.57-261123-0304' },
  ]);
});

test('a person typing is never taken for a scanner, however the keys fall, with a rolled pair here and there', () => {
  const gap = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 60, max: 600 }) },
    { weight: 1, arbitrary: fc.integer({ min: 5, max: 35 }) },
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...Array.from('nguyenvăđ0879 |-.')), gap), { maxLength: 80 }),
      (typed) => {
        let timeMs = 0;
        let fast = 0;
        const keys = typed.map(([key, gapMs]): ScanKey => {
          // Rolled keys come in pairs, not in rows.
          fast = gapMs <= 35 ? fast + 1 : 0;
          timeMs += fast > 2 ? 80 : gapMs;
          return { key, code: '', timeMs };
        });
        const { scans, field } = run(withEnter(keys), timeMs + 10_000);
        expect(scans).toEqual([]);
        expect(field).toBe(typed.map(([key]) => key).join(''));
      },
    ),
  );
});

test('the fastest typist is a person still', () => {
  const sentence = 'nguyen van an, ap 1 my tho';
  expect(run(withEnter(keysOf(sentence, 36)))).toEqual({ scans: [], field: sentence });
});

test('whatever text a scanner sends at any of its speeds, the field is as before', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('0123456789|abcĐễ-. ')), minLength: 8, maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 35 }), fc.constantFrom('', 'xin'), (scanned, gapMs, before) => {
      fc.pre(new Set(scanned.slice(0, 6)).size >= 3);
      const { scans, field } = run([...keysOf(before, 150, 0), ...withEnter(keysOf(scanned, gapMs))]);
      expect(scans).toHaveLength(1);
      expect(field).toBe(before);
    }),
  );
});

test('a key held down is no scanner', () => {
  expect(run(withEnter(keysOf('a'.repeat(60), 33)))).toEqual({ scans: [], field: 'a'.repeat(60) });
});

test('a burst too short for any code is given back to the field', () => {
  const keys = keysOf('thuong', 20);
  expect(run(keys, 10_000)).toEqual({ scans: [], field: 'thuong' });
  expect(run(withEnter(keys))).toEqual({ scans: [], field: 'thuong' });
});

test('letters a typing program makes by rubbing out are a person typing', () => {
  const burst: ScanKey[] = ['Backspace', 'Backspace', 'ễ', 'n', 'g', 'h', 'i'].map((key, at) => ({
    key,
    code: '',
    timeMs: 1000 + at * 2,
  }));
  expect(run(withEnter(burst)).scans).toEqual([]);
});

test('a code changed by a typing program or another layout is read by the places of its keys', () => {
  const keys = keysOf('H20.57-261123-0304', 8).map((key) =>
    key.key === '-' ? { ...key, key: ')' } : key.code === 'Digit2' ? { ...key, key: 'é' } : key,
  );
  expect(run(withEnter(keys)).scans).toMatchObject([{ kind: 'dossier-code', code: 'H20.57-261123-0304' }]);
});

test('a typing program that changes letters in the middle of a slip address is undone by the places of the keys', () => {
  const address = 'https://motcua.example/t/aadd5?d=01936f5a-0000-7000-8000-0123456789ab';
  const keys = keysOf(address, 8).map((key, at): ScanKey =>
    at === address.indexOf('aadd5') + 1 ? { ...key, key: 'â' } : key,
  );
  const rub: ScanKey = { key: 'Backspace', code: 'Backspace', timeMs: keys[address.indexOf('aadd5') + 1]?.timeMs ?? 0 };
  const changed = keys.toSpliced(address.indexOf('aadd5') + 1, 0, rub);
  expect(run(withEnter(changed)).scans).toMatchObject([
    { kind: 'slip-qr', address, dossierId: '01936f5a-0000-7000-8000-0123456789ab' },
  ]);
});

test('a letter the page was not told of makes a card asked for', () => {
  const keys = keysOf(CARD, 8).map((key) => (key.key === 'ạ' ? { ...key, key: 'Process' } : key));
  expect(run(withEnter(keys)).scans).toMatchObject([
    { kind: 'card', reading: { kind: 'ask', problem: { code: 'QR-01', found: 'Ph\ufffdm' } } },
  ]);
});

test('digits of the number pad under Alt spell a letter and are not text themselves', () => {
  const keys = keysOf(CARD, 8).flatMap((key): ScanKey[] =>
    key.code === '' && key.key !== ','
      ? [
          { key: 'Alt', code: 'AltLeft', timeMs: key.timeMs - 4, alt: true },
          { key: '7', code: 'Numpad7', timeMs: key.timeMs - 2, alt: true },
          key,
        ]
      : [key],
  );
  expect(run(withEnter(keys)).scans).toMatchObject([
    { kind: 'card', reading: { kind: 'read', confidence: 'certain' } },
  ]);
});

test('a scan of something else is unknown, with its text', () => {
  expect(run(withEnter(keysOf('8934563138165', 8))).scans).toEqual([{ kind: 'unknown', text: '8934563138165' }]);
});

test('a command key ends a scan and is not swallowed', () => {
  const keys = keysOf('H20.57-261123-0304', 10);
  const command: ScanKey = { key: 'k', code: 'KeyK', ctrl: true, timeMs: 1300 };
  const last = [...keys, command].reduce((step, key) => onScanKey(step.state, key), onScanSilence(idleScanner, 0));
  expect(last).toMatchObject({ state: idleScanner, swallow: false, scan: { kind: 'dossier-code' } });
});

test('a key of the program just before a scan is no part of it', () => {
  const alt: ScanKey = { key: '1', code: 'Digit1', alt: true, timeMs: 998 };
  const keys = keysOf('H20.57-261123-0304', 8);
  expect(run(withEnter([alt, ...keys])).scans).toMatchObject([{ kind: 'dossier-code', text: 'H20.57-261123-0304' }]);
});

test('the same keys give the same answer, and every key is either kept or swallowed', () => {
  const key = fc.record({
    key: fc.oneof(
      fc.constantFrom('Enter', 'Backspace', 'Process', 'Shift', 'F2', 'ễ'),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
    code: fc.constantFrom('', 'KeyA', 'Digit1', 'Numpad1'),
    gap: fc.nat({ max: 200 }),
    alt: fc.boolean(),
    ctrl: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), (typed) => {
      let timeMs = 0;
      const keys = typed.map(({ gap, ...rest }): ScanKey => ({ ...rest, timeMs: (timeMs += gap) }));
      expect(run(keys, timeMs + 1000)).toEqual(run(keys, timeMs + 1000));
    }),
  );
});
