import { expect, test } from 'vitest';
import { browserPlaces, findBrowser } from './find-browser.ts';

const linux = { platform: 'linux', env: { PATH: '/opt/bin:.:bin:/usr/bin' } } as const;

test('Chromium comes before Chrome, Chrome before Edge', () => {
  const there = ['/usr/bin/microsoft-edge', '/usr/bin/google-chrome', '/opt/bin/chromium'];
  const found: (string | null)[] = [];
  for (;;) {
    const next = findBrowser({ ...linux, canRun: (path) => there.includes(path) });
    found.push(next);
    if (next === null) break;
    there.splice(there.indexOf(next), 1);
  }
  expect(found).toEqual(['/opt/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge', null]);
});

test('nothing is looked for in the current folder', () => {
  for (const path of browserPlaces(linux)) expect(path).toMatch(/^\//);
});

test('on Windows programs are found for all users and for one', () => {
  const env = {
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\ngan\\AppData\\Local',
  };
  const places = browserPlaces({ platform: 'win32', env });
  expect(places[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  expect(places).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
  expect(places).toContain('C:\\Users\\ngan\\AppData\\Local\\Chromium\\Application\\chrome.exe');
});

test('on macOS too', () => {
  const places = browserPlaces({ platform: 'darwin', env: { HOME: '/Users/ngan' } });
  expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(places).toContain('/Users/ngan/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
});
