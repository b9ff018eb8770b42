import { expect } from '@playwright/test';
import { test } from './program.ts';

/** Point 5: whatever a page can ask for is refused, by query and by request, but the camera's picture. */

const queries = [
  'accelerometer',
  'ambient-light-sensor',
  'background-sync',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'notifications',
  'payment-handler',
  'persistent-storage',
  'screen-wake-lock',
  'storage-access',
  'window-management',
];

for (const name of queries) {
  test(`the page is told that ${name} is not granted`, async ({ program: { page } }) => {
    const state = await page.evaluate(async (asked) => {
      try {
        return (await navigator.permissions.query({ name: asked as PermissionName })).state;
      } catch (error) {
        return error instanceof TypeError ? 'unknown to this Chromium' : 'refused';
      }
    }, name);
    expect(['denied', 'refused', 'unknown to this Chromium']).toContain(state);
  });
}

/** Each asks as a page would after a click and says what it got. */
const requests = [
  'notification',
  'geolocation',
  'camera with sound',
  'microphone',
  'screen',
  'clipboard read',
  'midi',
  'bluetooth',
  'usb',
  'hid',
  'serial',
  'fullscreen',
  'pointer lock',
  'idle',
  'fonts',
  'wake lock',
  'persistent storage',
] as const;

for (const name of requests) {
  test(`asking for ${name} is refused`, async ({ program: { page } }) => {
    const got = await page.evaluate(async (what) => {
      const at = (path: string): unknown => {
        let found: unknown = navigator;
        for (const part of path.split('.')) found = Object(found)[part];
        return found;
      };
      const ask = async (path: string, ...words: unknown[]): Promise<unknown> => {
        const method = at(path);
        if (typeof method !== 'function') throw new Error('no such interface');
        return Reflect.apply(method, at(path.split('.').slice(0, -1).join('.')) ?? navigator, words);
      };
      const asks: Record<string, () => Promise<unknown>> = {
        notification: async () => (await Notification.requestPermission()) === 'granted',
        geolocation: () =>
          new Promise((resolve, reject) => {
            navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 5000 });
          }),
        'camera with sound': () => navigator.mediaDevices.getUserMedia({ video: true, audio: true }),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
        'clipboard read': () => navigator.clipboard.readText(),
        midi: () => navigator.requestMIDIAccess({ sysex: true }),
        bluetooth: () => ask('bluetooth.requestDevice', { acceptAllDevices: true }),
        usb: () => ask('usb.requestDevice', { filters: [] }),
        hid: async () => ((await ask('hid.requestDevice', { filters: [] })) as unknown[]).length > 0,
        serial: () => ask('serial.requestPort', {}),
        fullscreen: () => document.documentElement.requestFullscreen().then(() => document.fullscreenElement !== null),
        'pointer lock': () =>
          new Promise((resolve, reject) => {
            document.addEventListener('pointerlockerror', () => reject(new Error('refused')), { once: true });
            document.addEventListener('pointerlockchange', resolve, { once: true });
            void Promise.resolve(document.body.requestPointerLock()).catch(reject);
          }),
        idle: async () => (await Reflect.get(window, 'IdleDetector').requestPermission()) === 'granted',
        fonts: async () => (await Reflect.get(window, 'queryLocalFonts')()).length > 0,
        'wake lock': () => ask('wakeLock.request', 'screen'),
        'persistent storage': () => navigator.storage.persist(),
      };
      try {
        return (await asks[what]?.()) === false ? 'refused' : 'granted';
      } catch {
        return 'refused';
      }
    }, name);
    expect(got).toBe('refused');
  });
}

test('text may be put on the clipboard', async ({ program: { page } }) => {
  const state = await page.evaluate(
    async () => (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state,
  );
  expect(state).toBe('granted');
});

test('the camera’s picture is granted to our own page; where there is no camera, that is what it says', async ({
  program: { page },
}) => {
  const [state, got] = await page.evaluate(async () => [
    (await navigator.permissions.query({ name: 'camera' as PermissionName })).state,
    await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'a picture',
      (error: unknown) => (error instanceof DOMException ? error.name : 'unknown'),
    ),
  ]);
  expect(state).toBe('granted');
  expect(['a picture', 'NotFoundError', 'NotReadableError']).toContain(got);
});
