import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskCalls, type CallName } from '../../contract/desk.ts';
import { everyRole } from '../../contract/desk/call.ts';
import { enrolledFolder, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { sampleInputs } from '../../tests/harness/sample-inputs.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';

/** Walks the whole contract: each refusal, for every name. The hosts' own part is walked in their suites. */

const names = Object.keys(deskCalls) as CallName[];
const open = names.filter((name) => deskCalls[name].access === 'anyone');
const signedIn = names.filter((name) => deskCalls[name].access !== 'anyone');
const unlocked = names.filter((name) => Array.isArray(deskCalls[name].access));
const loginOf = {
  officer: 'ngan',
  unitOfficer: 'thao',
  supervisor: 'phuoc',
  administrator: 'bao',
  provincialViewer: 'xem',
};

let folder: EnrolledFolder;
let desk: TestDesk;

beforeAll(async () => {
  folder = await enrolledFolder();
  desk = await openTestDesk(folder.path);
});

afterAll(async () => {
  await desk.desk.close();
  folder.remove();
});

const call = (name: string, input: unknown, trusted = true) =>
  desk.desk.call({ session: 'walk', trusted }, name, input);
const codeOf = async (name: string, input: unknown, trusted = true): Promise<string | null> => {
  const reply = await call(name, input, trusted);
  return reply.ok ? null : reply.error.code;
};

test.each(names)('%s refuses a caller that is not our own page', async (name) => {
  expect(await codeOf(name, sampleInputs[name], false)).toBe('GN-01');
});

test.each(names)('%s refuses input that does not parse', async (name) => {
  for (const garbage of [
    null,
    42,
    'x',
    [],
    { __proto__: null, unexpected: true },
    { ...Object(sampleInputs[name]), extra: 1 },
  ]) {
    expect(await codeOf(name, garbage)).toBe('GN-02');
  }
});

test.each(signedIn)('%s refuses when nobody is signed in', async (name) => {
  expect(await codeOf(name, sampleInputs[name])).toBe('DN-03');
});

test.each(open)('%s answers before sign-in, or says why not in a code', async (name) => {
  const code = await codeOf(name, sampleInputs[name]);
  expect(code).not.toBe('GN-03');
  expect(code).not.toBe('DN-03');
});

test('a locked screen refuses everything but unlocking and signing out', async () => {
  expect(await codeOf('session.signIn', { login: 'ngan', password: 'mat-khau-ngan' })).toBeNull();
  expect(await codeOf('session.lock', {})).toBeNull();
  for (const name of unlocked) expect([name, await codeOf(name, sampleInputs[name])]).toEqual([name, 'DN-04']);
  expect(await codeOf('session.signOut', {})).toBeNull();
});

test('every name refuses every role that the contract does not name', async () => {
  for (const role of everyRole) {
    expect(await codeOf('session.signIn', { login: loginOf[role], password: `mat-khau-${loginOf[role]}` })).toBeNull();
    for (const name of unlocked) {
      const { access } = deskCalls[name];
      if (typeof access === 'string' || access.includes(role)) continue;
      expect([role, name, await codeOf(name, sampleInputs[name])]).toEqual([role, name, 'DN-05']);
    }
    expect(await codeOf('session.signOut', {})).toBeNull();
  }
});

test('a name that is not in the contract does not exist, whatever it is called', async () => {
  for (const name of ['', 'x', 'toString', '__proto__', 'constructor', 'session.get ', 'SESSION.GET']) {
    expect(await codeOf(name, {})).toBe('GN-04');
  }
});

test('an input the checker itself stumbles over is refused like any other that is malformed', async () => {
  const odd = { length: { toString: 1, valueOf: null } };
  const reply = await desk.try('session.signIn', { login: odd, password: odd });
  expect(reply).toMatchObject({ ok: false, error: { code: 'GN-02' } });
});

test('an error never carries what was typed', async () => {
  const reply = await call('receipt.assess', { content: { applicant: { name: 'Nguyễn Thị Bí Mật' } } });
  expect(JSON.stringify(reply)).not.toContain('Bí Mật');
});

test.each(['kiosk', 'display'] as const)(
  'the page of a %s reaches what it needs, and no other call',
  async (screen) => {
    const own = await enrolledFolder();
    const waiting = await openTestDesk(own.path, { waitingRoom: { screen, ticketPrinters: [], ticketPaper: 80 } });
    const reached: string[] = [];
    for (const name of names) {
      const reply = await waiting.desk.call({ session: 'walk', trusted: true }, name, sampleInputs[name]);
      if (reply.ok || reply.error.code !== 'GN-06') reached.push(name);
    }
    expect(reached.toSorted()).toEqual([
      'display.view',
      'hall.status',
      'kiosk.rate',
      'kiosk.scan',
      'kiosk.take',
      'kiosk.view',
      'machine.enrol',
      'machine.open',
      'preferences.get',
      'screen.get',
      'session.get',
      'status.get',
      'voice.clip',
      'voice.list',
    ]);
    await waiting.desk.close();
    own.remove();
  },
);
