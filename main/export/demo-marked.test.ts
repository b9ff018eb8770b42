import { expect, test } from 'vitest';
import { historyHtml } from '../print/history-pages.ts';
import { historySheet } from './history-sheet.ts';
import { registerSheet } from './register-sheet.ts';

const DAY = '2026-11-23';
const MARK = 'BẢN THỬ';

const line = {
  key: 'all',
  name: { vi: 'Cả khoảng', en: 'Whole range' },
  tickets: 3,
  wait: { median: 60, p90: 600 },
  longest: 660,
  breached: 0,
  service: 300,
};
const history = { from: DAY, to: DAY, limits: [1800], whole: line, parts: [] };
const head = { office: 'Trung tâm', from: DAY, to: DAY, madeAt: `${DAY}T10:00:00`, madeBy: 'Đặng Văn Phước' } as const;

test('what is made of invented figures says so, in a workbook as on paper, and nothing else does', () => {
  for (const demo of [true, false]) {
    const made = { ...head, clockWrong: false, demo };
    expect(historyHtml(history, made).includes(`>${MARK}<`)).toBe(demo);
    expect(historySheet(history, made).title.includes(MARK)).toBe(demo);
    const book = { ...made, year: 2026, field: null, timeliness: 'all' } as const;
    expect(registerSheet([], book).title.includes(MARK)).toBe(demo);
  }
});
