import { expect, test } from 'vitest';
import { isPlainKey } from './plain-key.ts';

const key = (name: string, held: Partial<Record<'alt' | 'control' | 'meta', boolean>> = {}) => ({
  key: name,
  alt: false,
  control: false,
  meta: false,
  ...held,
});

test.each(['a', 'Ằ', '7', '|', ' ', 'Tab', 'Enter', 'Shift', 'ArrowDown'])(
  '%s reaches the waiting room’s page',
  (name) => {
    expect(isPlainKey(key(name))).toBe(true);
  },
);

test.each(['F5', 'F11', 'F12', 'F4', 'Meta', 'ContextMenu', 'BrowserBack', 'PrintScreen'])('%s does not', (name) => {
  expect(isPlainKey(key(name))).toBe(false);
});

test.each(['alt', 'control', 'meta'] as const)('nothing held with %s does', (held) => {
  for (const name of ['r', 'w', 'F4', 'Tab', '+', 'a']) expect(isPlainKey(key(name, { [held]: true }))).toBe(false);
});
