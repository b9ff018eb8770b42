import type { Session } from 'electron';
import { expect, test } from 'vitest';
import { webPreferences } from './web-preferences.ts';

// Only handed through: no method of it is called.
const session = {} as Session;

test('every preference of the security list is written out with its safe value', () => {
  expect(webPreferences(session, '/p.cjs', false)).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    plugins: false,
    spellcheck: false,
    devTools: false,
  });
});

test('the development tools exist in development only', () => {
  expect(webPreferences(session, '/p.cjs', true).devTools).toBe(true);
});

test('no feature of Blink is switched on', () => {
  expect(Object.keys(webPreferences(session, '/p.cjs', true))).not.toContain('enableBlinkFeatures');
});
