import { expect, test } from 'vitest';
import {
  actionOf,
  bindingFor,
  keyActions,
  keyLabel,
  keyOfCode,
  keyShortcut,
  keyTable,
  nextRegion,
  usableKeys,
  type KeyBinding,
  type KeyPress,
} from './keys.ts';

const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  altGraph: false,
  composing: false,
  repeat: false,
  typing: false,
  ...more,
});
const bind = (action: KeyBinding['action'], depth = 0, run = (): void => {}): KeyBinding => ({ action, depth, run });

test('no key has two meanings', () => {
  const keys = Object.values(keyTable);
  expect(new Set(keys).size).toBe(keys.length);
});

test('keys that switch typing programs, or belong to browser and menu, are left free', () => {
  const taken = new Set<string>(Object.values(keyTable));
  for (const key of ['Alt+Z', 'Alt+D', 'Alt+E', 'Alt+F', 'F5', 'F10', 'F11', 'F12']) expect(taken.has(key)).toBe(false);
  for (const key of taken) expect(key).not.toMatch(/Ctrl\+Shift|AltGr/);
});

test('a key is read by its place, on the digit row and on the keypad', () => {
  expect(keyOfCode('KeyK')).toBe('K');
  expect(keyOfCode('Digit1')).toBe('1');
  expect(keyOfCode('Numpad1')).toBe('1');
  expect(keyOfCode('NumpadEnter')).toBe('Enter');
  expect(keyOfCode('NumpadAdd')).toBe('NumpadAdd');
  expect(keyOfCode('F8')).toBe('F8');
});

test('modifiers must agree exactly', () => {
  expect(actionOf(press('Enter', { ctrlKey: true }))).toBe('main');
  expect(actionOf(press('NumpadEnter', { ctrlKey: true, typing: true }))).toBe('main');
  expect(actionOf(press('Enter'))).toBeNull();
  expect(actionOf(press('Enter', { ctrlKey: true, shiftKey: true }))).toBeNull();
  expect(actionOf(press('Digit1', { altKey: true }))).toBe('workspace1');
  expect(actionOf(press('Digit1', { ctrlKey: true }))).toBe('part1');
  expect(actionOf(press('F6', { shiftKey: true }))).toBe('regionBack');
});

test('plain digits and letters act only where nothing can be typed', () => {
  expect(actionOf(press('Digit2'))).toBe('choice2');
  expect(actionOf(press('Digit2', { typing: true }))).toBeNull();
  expect(actionOf(press('KeyA', { typing: true }))).toBeNull();
  expect(actionOf(press('F2', { typing: true }))).toBe('callNext');
});

test('composing, AltGr and the system key are never a command', () => {
  for (const more of [{ composing: true }, { altGraph: true }, { metaKey: true }]) {
    expect(actionOf(press('KeyK', { ctrlKey: true, ...more }))).toBeNull();
  }
});

test('an open dialog takes the keys, even those it has no use for', () => {
  const bindings = [bind('main'), bind('callNext'), bind('main', 1)];
  const ctrlEnter = press('Enter', { ctrlKey: true });
  expect(bindingFor(ctrlEnter, bindings, 0)).toBe(bindings[0]);
  expect(bindingFor(ctrlEnter, bindings, 1)).toBe(bindings[2]);
  expect(bindingFor(press('F2'), bindings, 1)).toBeNull();
});

test('the latest binding of a key wins, and a held key runs once', () => {
  const bindings = [bind('back'), bind('back')];
  expect(bindingFor(press('Escape'), bindings, 0)).toBe(bindings[1]);
  expect(bindingFor(press('Escape', { repeat: true }), bindings, 0)).toBeNull();
});

test('the overview lists every usable key once, in the order of the table', () => {
  const bindings = [bind('main'), bind('help'), bind('main'), bind('search', 1)];
  expect(usableKeys(bindings, 0).map((binding) => binding.action)).toEqual(['help', 'main']);
  expect(usableKeys(bindings, 1).map((binding) => binding.action)).toEqual(['search']);
});

test('keycaps and aria-keyshortcuts say the same key', () => {
  expect(keyLabel('main')).toBe('Ctrl Enter');
  expect(keyLabel('back')).toBe('Esc');
  expect(keyShortcut('main')).toBe('Control+Enter');
  expect(keyShortcut('part3')).toBe('Control+3');
  for (const action of keyActions) expect(keyLabel(action)).not.toContain('+');
});

test('F6 goes round the regions both ways', () => {
  expect(nextRegion(5, 4, 1)).toBe(0);
  expect(nextRegion(5, 0, -1)).toBe(4);
  expect(nextRegion(5, -1, 1)).toBe(0);
  expect(nextRegion(5, -1, -1)).toBe(4);
  expect(nextRegion(0, -1, 1)).toBe(-1);
});
