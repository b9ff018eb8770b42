import { expect, test } from 'vitest';
import { createAutosave, SAVE_AFTER_MS } from './autosave.ts';

/** A form that counts its changes, a clock in the hand of the test, and saves that end when it says so. */
function form() {
  const state = { typed: 0, saved: 0, saves: 0, problems: 0, fail: false };
  let timer: (() => void) | null = null;
  const ends: (() => void)[] = [];
  const autosave = createAutosave({
    save: () => {
      state.saves += 1;
      const at = state.typed;
      return new Promise((resolve, reject) => {
        ends.push(() => {
          if (state.fail) return reject(new Error('no'));
          state.saved = at;
          resolve();
        });
      });
    },
    isDirty: () => state.typed > state.saved,
    after: (ms, run) => {
      expect(ms).toBe(SAVE_AFTER_MS);
      timer = run;
      return () => {
        if (timer === run) timer = null;
      };
    },
    onProblem: () => {
      state.problems += 1;
    },
  });
  return {
    state,
    autosave,
    type: () => {
      state.typed += 1;
      autosave.touch();
    },
    tick: () => {
      const due = timer;
      timer = null;
      due?.();
    },
    waits: () => timer !== null,
    end: async () => {
      ends.shift()?.();
      // Lets everything that waited for it go on.
      for (let i = 0; i < 10; i++) await Promise.resolve();
    },
  };
}

test('the save follows the last key and stays within a second', () => {
  expect(SAVE_AFTER_MS).toBeLessThan(900);
  const { type, tick, waits, state } = form();
  type();
  type();
  expect(state.saves).toBe(0);
  tick();
  expect(state.saves).toBe(1);
  expect(waits()).toBe(false);
});

test('one save at a time: what is typed meanwhile is saved by the next', async () => {
  const { type, tick, end, state } = form();
  type();
  tick();
  type();
  tick();
  expect(state.saves).toBe(1);
  await end();
  expect(state).toMatchObject({ saves: 2, saved: 1 });
  await end();
  expect(state.saved).toBe(2);
});

test('flush saves at once and waits for a save that is on its way', async () => {
  const { type, tick, end, autosave, state } = form();
  type();
  tick();
  type();
  let done = false;
  void autosave.flush().then(() => {
    done = true;
  });
  await end();
  expect(done).toBe(false);
  await end();
  expect(done).toBe(true);
  expect(state).toMatchObject({ saves: 2, saved: 2 });
});

test('with nothing new to save, nothing is saved', async () => {
  const { type, autosave, end, state } = form();
  await autosave.flush();
  expect(state.saves).toBe(0);
  type();
  const flushed = autosave.flush();
  await end();
  await flushed;
  await autosave.flush();
  expect(state.saves).toBe(1);
});

test('a save that fails is told once, and the next key tries again', async () => {
  const { type, tick, end, state } = form();
  state.fail = true;
  type();
  tick();
  await end();
  expect(state).toMatchObject({ problems: 1, saved: 0 });
  state.fail = false;
  type();
  tick();
  await end();
  expect(state.saved).toBe(2);
});

test('stop takes a waiting save back', () => {
  const { type, autosave, waits } = form();
  type();
  autosave.stop();
  expect(waits()).toBe(false);
});
