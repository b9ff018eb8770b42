import type { Mirror } from './mirror.ts';
import type { viCourier } from './vi-courier.ts';

export const enCourier: Mirror<typeof viCourier> = {
  title: 'Carry data on a USB stick',
  about:
    'For days without a line: write a sealed file, take it to a machine that has one, and bring the answer back. What this machine has of the hall’s other machines goes along.',
  write: 'Write a file to carry',
  writeMore: 'Write the next file',
  nothing: 'Nothing waits to be sent',
  read: 'Read a file brought here',
  written:
    '{n, plural, one {# event is} other {# events are}} in the file. {left, plural, one {# is} other {# are}} left for the next. All of it waits until an answer is read.',
  answered:
    'The province has answered {n, plural, one {# event} other {# events}}. {left, plural, one {# still waits} other {# still wait}}.',
  again: 'The province had {n, plural, one {# event} other {# events}} before and needs them again: carry a new file.',
  passedOn: 'The other machine’s file was handed in. Take the answer just saved back to it.',
};
