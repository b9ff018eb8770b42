import { expect, test } from 'vitest';
import { meanwhile } from './meanwhile.ts';

test('the work is done once the statement has set out, and given once that is over', async () => {
  const said: string[] = [];
  let answered = (): void => undefined;
  const statement = async (): Promise<void> => {
    await Promise.resolve();
    await Promise.resolve();
    said.push('sent');
    await new Promise<void>((resolve) => {
      answered = resolve;
    });
    said.push('answered');
  };
  const done = meanwhile(statement(), () => {
    said.push('worked');
    answered();
    return 7;
  });
  expect(await done).toBe(7);
  expect(said).toEqual(['sent', 'worked', 'answered']);
});

test('a statement that fails at once is told by whoever waits for it, after the work', async () => {
  let worked = 0;
  await expect(
    meanwhile(Promise.reject(new Error('the line')), () => {
      worked += 1;
    }),
  ).rejects.toThrow('the line');
  expect(worked).toBe(1);
});

test('work that fails is told after the statement is over', async () => {
  let isOver = false;
  const statement = new Promise<void>((resolve) => {
    setImmediate(() => {
      isOver = true;
      resolve();
    });
  });
  await expect(
    meanwhile(statement, () => {
      throw new Error('a fold');
    }),
  ).rejects.toThrow('a fold');
  expect(isOver).toBe(true);
});
