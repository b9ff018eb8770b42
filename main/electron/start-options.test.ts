import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { startOptions } from './start-options.ts';

test('the folder of the command line comes before the environment, before the user’s own', () => {
  const env = { QMC_DATA: '/data/env' };
  expect(startOptions(['electron', '--data=/data/word'], env, '/home/a').dataDir).toBe(resolve('/data/word'));
  expect(startOptions(['electron'], env, '/home/a').dataDir).toBe(resolve('/data/env'));
  expect(startOptions(['electron'], {}, '/home/a').dataDir).toBe('/home/a/quay-mot-cua');
});

test('Chromium keeps its own things in a folder of their own', () => {
  expect(startOptions(['--data=/data'], {}, '/home/a').profileDir).toBe(resolve('/data/chromium'));
});

test('a demonstration province is taken from the environment, whole or not at all', () => {
  const demo = { server: 'http://127.0.0.1:1', code: 'ABCD' };
  expect(startOptions([], { QMC_DEMO: JSON.stringify(demo) }, '/').demo).toEqual(demo);
  expect(startOptions([], { QMC_DEMO: '' }, '/').demo).toBeNull();
  for (const wrong of ['x', '{}', '{"server":"file:///x","code":"A"}', '{"server":"http://a","code":"A","more":1}']) {
    expect(() => startOptions([], { QMC_DEMO: wrong }, '/')).toThrow(/JSON|invalid|unrecognized/i);
  }
});

test('the hall listens on every card of the machine, or where it is told to', () => {
  expect(startOptions([], {}, '/').hall).toEqual({ host: '0.0.0.0', port: 47_110 });
  expect(startOptions([], { QMC_HALL: '127.0.0.3:0' }, '/').hall).toEqual({ host: '127.0.0.3', port: 0 });
  for (const wrong of ['127.0.0.3', 'office:1', '127.0.0.3:70000', ':1']) {
    expect(() => startOptions([], { QMC_HALL: wrong }, '/')).toThrow(/invalid|too big/i);
  }
});

test('a machine of the waiting room is told its page, its printers in order and its paper', () => {
  const room = (...words: string[]) => startOptions(words, {}, '/').waitingRoom;
  expect(room('--display', '--silent')).toMatchObject({ screen: 'display', silent: true });
  expect(room()).toEqual({ screen: null, ticketPrinters: [], ticketPaper: 80, silent: false });
  expect(
    room('--kiosk', '--ticket-printer=/dev/usb/lp0', '--ticket-printer=tcp:10.0.0.9', '--ticket-paper=58'),
  ).toEqual({
    screen: 'kiosk',
    ticketPrinters: [
      { kind: 'device', path: '/dev/usb/lp0' },
      { kind: 'tcp', host: '10.0.0.9', port: 9100 },
    ],
    ticketPaper: 58,
    silent: false,
  });
  expect(room('--display').screen).toBe('display');
  expect(room('--desk').screen).toBe('desk');
  for (const wrong of ['--ticket-paper=72', '--ticket-printer=tcp:', '--ticket-printer=']) {
    expect(() => room(wrong)).toThrow(RangeError);
  }
});
