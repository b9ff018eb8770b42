import { expect, test } from 'vitest';
import { isAllowed, isSlipFile } from './permissions.ts';

/** Every name Electron 45 gives to a permission handler (its types, 2026-11). */
const known = [
  'accessibility-events',
  'background-sync',
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
];

test('of all permissions only putting text on the clipboard is granted', () => {
  expect(known.filter(isAllowed)).toEqual(['clipboard-sanitized-write']);
});

test('the one file the page may make is a PDF of its own', () => {
  expect(isSlipFile('blob:app://desk/0b6a', 'application/pdf')).toBe(true);
  for (const [url, type] of [
    ['blob:app://desk/0b6a', 'text/html'],
    ['blob:app://desk.evil.example/0b6a', 'application/pdf'],
    ['blob:https://evil.example/0b6a', 'application/pdf'],
    ['app://desk/page.js', 'application/pdf'],
    ['https://evil.example/x.pdf', 'application/pdf'],
    ['data:application/pdf,x', 'application/pdf'],
  ] as const) {
    expect([url, isSlipFile(url, type)]).toEqual([url, false]);
  }
});
