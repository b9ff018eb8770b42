import { expect, test } from 'vitest';
import { placeUse } from './place-use.ts';
import { adminCounterSchema, counterSchema } from './sync.ts';

const row = { id: 'q-1', office: 'xa-29905', name: 'Quầy 1', disabled: false };

test('of which a server of the release before says nothing is a counter, a machine of the waiting room none', () => {
  expect(counterSchema.parse({ ...row, revision: 1 }).use).toBe('counter');
  expect(placeUse('desk', undefined)).toBe('counter');
  expect(placeUse('desk', 'unit')).toBe('unit');
  expect(placeUse('kiosk', 'counter')).toBe('other');
  expect(placeUse('display', undefined)).toBe('other');
});

test('an order of the release before leaves the use unsaid', () => {
  expect(adminCounterSchema.parse({ ...row, revision: 1 })).not.toHaveProperty('use');
});
