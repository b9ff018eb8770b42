import { expect, test } from 'vitest';
import { receivingCounters } from './receiving-counters.ts';

test('an office’s counters by number, without its waiting room’s machines and without other offices’ counters', () => {
  const place = (name: string, kind: 'desk' | 'kiosk' | 'display' = 'desk', office = 'xa-1') => ({
    name,
    kind,
    office,
  });
  const places = [
    place('Quầy 10'),
    place('Máy lấy số', 'kiosk'),
    place('Quầy 2'),
    place('Màn hình', 'display'),
    place('Quầy 1', 'desk', 'xa-2'),
  ];
  expect(receivingCounters(places, 'xa-1')).toEqual(['Quầy 2', 'Quầy 10']);
});
