import { expect, test } from 'vitest';
import { markTyped } from './marked.ts';

test('only the beginning of a word is marked, as search finds it', () => {
  expect(markTyped('Trần Văn An', 'an').filter((part) => part.marked)).toEqual([{ text: 'An', marked: true }]);
});

test('what was typed without marks is marked in the text with marks', () => {
  expect(markTyped('Nguyễn Thị Hồng', 'thi ho')).toEqual([
    { text: 'Nguyễn ', marked: false },
    { text: 'Thị', marked: true },
    { text: ' ', marked: false },
    { text: 'Hồ', marked: true },
    { text: 'ng', marked: false },
  ]);
});

test('the parts put together are the text', () => {
  for (const typed of ['', 'x', 'dat', 'ĐẤT đai', 'a a']) {
    expect(
      markTyped('Đăng ký đất đai', typed)
        .map((part) => part.text)
        .join(''),
    ).toBe('Đăng ký đất đai');
  }
});
