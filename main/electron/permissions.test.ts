import { expect, test } from 'vitest';
import { isAllowed } from './permissions.ts';

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
