import { expect, test } from 'vitest';
import { isAllowed, savedFileKind } from './permissions.ts';

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
  const ours = { isMainFrame: true, requestingUrl: 'app://desk/' };
  expect(known.filter((permission) => isAllowed(permission))).toEqual(['clipboard-sanitized-write']);
  expect(known.filter((permission) => isAllowed(permission, ours))).toEqual(['clipboard-sanitized-write']);
});

test('of all devices our own page’s top frame gets the camera, and the picture alone', () => {
  const ours = { isMainFrame: true, requestingUrl: 'app://desk/' };
  expect(isAllowed('media', { ...ours, mediaTypes: ['video'] })).toBe(true);
  expect(isAllowed('media', { ...ours, mediaType: 'video' })).toBe(true);
  for (const asking of [
    { ...ours, mediaTypes: ['audio'] },
    { ...ours, mediaTypes: ['video', 'audio'] },
    { ...ours, mediaTypes: [] },
    { ...ours, mediaType: 'audio' },
    { ...ours, mediaType: 'unknown' },
    { ...ours, isMainFrame: false, mediaTypes: ['video'] },
    { isMainFrame: true, mediaTypes: ['video'] },
    { isMainFrame: true, requestingUrl: 'app://desk.evil.example/', mediaTypes: ['video'] },
    { isMainFrame: true, requestingUrl: 'https://evil.example/', mediaType: 'video' },
  ]) {
    expect([asking, isAllowed('media', asking)]).toEqual([asking, false]);
  }
  expect(isAllowed('display-capture', { ...ours, mediaTypes: ['video'] })).toBe(false);
});

test('the only files the page may make are a PDF and a workbook of its own', () => {
  expect(savedFileKind('blob:app://desk/0b6a', 'application/pdf')?.extensions).toEqual(['pdf']);
  const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  expect(savedFileKind('blob:app://desk/0b6a', workbook)?.extensions).toEqual(['xlsx']);
  for (const [url, type] of [
    ['blob:app://desk/0b6a', 'text/html'],
    ['blob:app://desk.evil.example/0b6a', 'application/pdf'],
    ['blob:https://evil.example/0b6a', 'application/pdf'],
    ['app://desk/page.js', 'application/pdf'],
    ['https://evil.example/x.pdf', 'application/pdf'],
    ['data:application/pdf,x', 'application/pdf'],
  ] as const) {
    expect([url, savedFileKind(url, type)]).toEqual([url, null]);
  }
});
