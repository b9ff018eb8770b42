import { expect, test } from 'vitest';
import { createPlayer, SLACK_MS } from './player.ts';

/** Two seconds each. */
const CLIP_S = 2;

/**
 * A sound device; one that is gone takes every clip and ends none, as Chromium's does when its cable is pulled out; one the
 * browser holds silent until somebody touches the page never goes on, and says nothing of it.
 */
function device(isThere: boolean, { isSilent = false } = {}) {
  const heard: unknown[] = [];
  let isOpen = true;
  const context = {
    state: isSilent ? 'suspended' : 'running',
    currentTime: 0,
    destination: {},
    decodeAudioData: () => Promise.resolve({ duration: CLIP_S }),
    createBufferSource() {
      const source = Object.assign(new EventTarget(), {
        buffer: null,
        connect: () => undefined,
        stop: () => undefined,
        start() {
          heard.push(source);
          if (isThere) queueMicrotask(() => source.dispatchEvent(new Event('ended')));
        },
      });
      return source;
    },
    resume: () => (isSilent ? Promise.withResolvers<void>().promise : Promise.resolve()),
    close() {
      isOpen = false;
      return Promise.resolve();
    },
  };
  // What the player touches of it; the rest of the browser's interface is not played here.
  return { context: context as unknown as AudioContext, heard, isOpen: () => isOpen };
}

/** Time that stands until it is told to pass. `asked` settles with how long the next wait is. */
function timer() {
  const waits: { ms: number; fn: () => void }[] = [];
  let ask = Promise.withResolvers<number>();
  return {
    asked: () => ask.promise,
    after: (ms: number, fn: () => void) => {
      const wait = { ms, fn };
      waits.push(wait);
      ask.resolve(ms);
      return () => void waits.splice(waits.indexOf(wait), 1);
    },
    pass() {
      ask = Promise.withResolvers();
      for (const { fn } of waits.splice(0)) fn();
    },
    waiting: () => waits.length,
  };
}

function playerOn(...devices: ReturnType<typeof device>[]) {
  const time = timer();
  const next = devices.values();
  const player = createPlayer({
    open() {
      const { value } = next.next();
      if (value === undefined) throw new Error('no more devices');
      return value.context;
    },
    load: () => Promise.resolve(new ArrayBuffer(1)),
    timer: time,
  });
  return { player, time };
}

test('a sound device that is gone ends no clip: after their length another is opened, and the next is said', async () => {
  const [gone, there] = [device(false), device(true)];
  const { player, time } = playerOn(gone, there);
  const said = player.say(['moi-so', 'chu-a', 'so-1'], 'vi');
  expect(await time.asked()).toBeGreaterThanOrEqual(3 * CLIP_S * 1000 + SLACK_MS);
  expect(gone.heard).toHaveLength(3);
  time.pass();
  expect(await said).toBe(false);
  expect(gone.isOpen()).toBe(false);
  expect(await player.say(['moi-so'], 'vi')).toBe(true);
  expect(there.heard).toHaveLength(1);
  expect(time.waiting()).toBe(0);
});

test('what is stopped holds nobody up, though its device ends nothing', async () => {
  const { player, time } = playerOn(device(false));
  const said = player.say(['moi-so'], 'vi');
  const after = player.say(['chu-a'], 'vi');
  await time.asked();
  player.stop();
  expect(await said).toBe(true);
  expect(await after).toBe(true);
  expect(time.waiting()).toBe(0);
});

test('where the browser lets no sound out until somebody touches the page, that is told, and nothing waits for it', async () => {
  const silent = device(true, { isSilent: true });
  const { player, time } = playerOn(silent);
  const said = player.say(['moi-so'], 'vi');
  await time.asked();
  time.pass();
  expect(await said).toBe(false);
  const woken = player.wake();
  time.pass();
  expect(await woken).toBe(false);
  expect([silent.heard.length, time.waiting()]).toEqual([0, 0]);
});
