import { expect, test } from 'vitest';
import { createLatest } from './latest.ts';

test('questions asked while one is on its way become one, about the latest state', async () => {
  const asked: number[] = [];
  const answers: string[] = [];
  const ends: (() => void)[] = [];
  const latest = createLatest<number, string>({
    ask: (n) => {
      asked.push(n);
      return new Promise((resolve) => ends.push(() => resolve(`answer ${n}`)));
    },
    onAnswer: (_question, answer) => answers.push(answer),
    onProblem: () => {},
  });
  latest.ask(1);
  latest.ask(2);
  latest.ask(3);
  expect(asked).toEqual([1]);
  ends.shift()?.();
  await Promise.resolve().then(() => Promise.resolve());
  expect(asked).toEqual([1, 3]);
  ends.shift()?.();
  await latest.settled();
  expect(answers).toEqual(['answer 1', 'answer 3']);
});

test('a question that fails does not keep the next one back', async () => {
  let problems = 0;
  const answers: number[] = [];
  const latest = createLatest<number, number>({
    ask: (n) => (n === 1 ? Promise.reject(new Error('no')) : Promise.resolve(n)),
    onAnswer: (_question, answer) => answers.push(answer),
    onProblem: () => {
      problems += 1;
    },
  });
  latest.ask(1);
  latest.ask(2);
  await latest.settled();
  expect(problems).toBe(1);
  expect(answers).toEqual([2]);
});
