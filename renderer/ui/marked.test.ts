import { expect, test } from 'vitest';
import { markTyped, withoutMarks } from './marked.ts';

test('marks and case do not count in a search', () => {
  expect(withoutMarks('Nguyễn Thị Hồng Nhung')).toBe('nguyen thi hong nhung');
  expect(withoutMarks('Đặng Văn Phước')).toBe('dang van phuoc');
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
