import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFolders } from './folders.ts';

let appData = '';
beforeEach(() => void (appData = mkdtempSync(join(tmpdir(), 'start-'))));
afterEach(() => rmSync(appData, { recursive: true, force: true }));
const folders = (env: NodeJS.ProcessEnv = {}) => startFolders({ XDG_CONFIG_HOME: appData, ...env }, 'linux');
const demo = (): string => join(appData, 'quay-mot-cua-demo');

test('with nothing configured the demonstration opens in folders of its own', () => {
  expect(folders()).toEqual({ desk: demo(), province: join(demo(), 'province') });
});

test('a configured server opens the real desk', () => {
  expect(folders({ QMC_SERVER: 'https://hcc.example' })).toEqual({
    desk: join(appData, 'quay-mot-cua'),
    province: null,
  });
});

test('an enrolled desk is opened, whatever demonstration lies beside it', () => {
  mkdirSync(join(appData, 'quay-mot-cua'));
  mkdirSync(join(demo(), 'province'), { recursive: true });
  writeFileSync(join(appData, 'quay-mot-cua', 'keys.json'), '{}');
  expect(folders()).toEqual({ desk: join(appData, 'quay-mot-cua'), province: null });
});

test('a named folder is real once enrolled, and stays a demonstration where it was one', () => {
  const named = join(appData, 'named');
  mkdirSync(named);
  expect(folders({ QMC_DATA: named })).toEqual({ desk: named, province: join(named, 'province') });
  writeFileSync(join(named, 'keys.json'), '{}');
  expect(folders({ QMC_DATA: named })).toEqual({ desk: named, province: null });
  mkdirSync(join(named, 'province'));
  expect(folders({ QMC_DATA: named })).toEqual({ desk: named, province: join(named, 'province') });
});
