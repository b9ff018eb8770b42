import { expect, test } from 'vitest';
import { callNames, topicNames } from './desk-names.ts';
import { deskCalls, topics } from './desk.ts';

test('the bridge knows every call of the contract and no other', () => {
  expect([...callNames]).toEqual(Object.keys(deskCalls));
  expect([...topicNames]).toEqual([...topics]);
});
