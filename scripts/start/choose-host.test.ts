import { expect, test, vi } from 'vitest';
import { chooseHost, type HostQuestion } from './choose-host.ts';

function question(parts: Partial<HostQuestion> = {}): HostQuestion {
  return {
    wanted: null,
    display: true,
    platform: 'linux',
    root: false,
    atHand: () => '/electron',
    fetch: async () => null,
    ...parts,
  };
}

test('Electron opens where its runtime is at hand, and nothing is fetched', async () => {
  const fetch = vi.fn<() => Promise<string | null>>();
  expect(await chooseHost(question({ fetch }))).toMatchObject({ kind: 'electron', path: '/electron' });
  expect(fetch).not.toHaveBeenCalled();
});

test('a missing runtime is fetched', async () => {
  let there: string | null = null;
  const fetch = async (): Promise<null> => {
    there = '/fetched';
    return null;
  };
  expect(await chooseHost(question({ atHand: () => there, fetch }))).toMatchObject({
    kind: 'electron',
    path: '/fetched',
  });
});

test.each(['ENOTFOUND github.com', '90 s'])(
  'a runtime that cannot be fetched (%s) gives way to the browser, with the reason',
  async (reason) => {
    const host = await chooseHost(question({ atHand: () => null, fetch: async () => reason }));
    expect(host.kind).toBe('browser');
    expect(host.why.join()).toContain(reason);
  },
);

test('an installer that says it is done and leaves nothing gives way to the browser', async () => {
  expect(await chooseHost(question({ atHand: () => null }))).toMatchObject({ kind: 'browser' });
});

test('without a display nothing is fetched', async () => {
  const fetch = vi.fn<() => Promise<string | null>>();
  expect(await chooseHost(question({ display: false, atHand: () => null, fetch }))).toMatchObject({ kind: 'browser' });
  expect(fetch).not.toHaveBeenCalled();
});

test('root on Linux gets the browser; elsewhere root means nothing', async () => {
  expect(await chooseHost(question({ root: true }))).toMatchObject({ kind: 'browser' });
  expect(await chooseHost(question({ root: true, platform: 'darwin' }))).toMatchObject({ kind: 'electron' });
});

test('the person may choose, and is told what there is to choose from', async () => {
  expect(await chooseHost(question({ wanted: 'browser' }))).toMatchObject({ kind: 'browser' });
  expect(await chooseHost(question({ wanted: 'electron' }))).toMatchObject({ kind: 'electron' });
  await expect(chooseHost(question({ wanted: 'firefox' }))).rejects.toThrow('electron | browser');
});
