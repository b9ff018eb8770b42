import { expect, test } from 'vitest';
import { stationsOf } from './stations.ts';

const fills = (stand: Parameters<typeof stationsOf>[0]): string =>
  stationsOf(stand)
    .stations.map((station) => `${station.events} ${station.fill}`)
    .join(', ');

test('what was only written here fills the first station', () => {
  const stand = { state: 'here', events: 2, sent: 0, confirmed: 0 } as const;
  expect(fills(stand)).toBe('2 full, 0 empty, 0 empty');
  expect(stationsOf(stand).waiting).toBe(2);
});

test('a new event after confirmed ones leaves the province filled in part', () => {
  const stand = { state: 'sent', events: 3, sent: 3, confirmed: 2 } as const;
  expect(fills(stand)).toBe('3 full, 3 full, 2 part');
  expect(stationsOf(stand).waiting).toBe(1);
});

test('what the province confirmed is full to the end', () => {
  expect(fills({ state: 'inProvince', events: 2, sent: 2, confirmed: 2 })).toBe('2 full, 2 full, 2 full');
});
