import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from './calendar.ts';
import { lookAhead } from './lookahead.ts';

const calendar = createCalendar(calendarSchema.parse(shipped));
const vi = (date: string): readonly string[] => {
  const { today, tomorrow } = lookAhead(date, calendar);
  return [today.title.vi, today.detail.vi, tomorrow.title.vi, tomorrow.detail.vi];
};

test('the day before a holiday reads as drawn on the sign-in screen', () => {
  expect(vi('2026-11-23')).toEqual([
    'Thứ Hai 23/11/2026',
    'Tiếp nhận 7:00–11:30, 13:30–17:00',
    'Thứ Ba 24/11, nghỉ lễ',
    'Ngày Văn hóa Việt Nam. Việc giải quyết trong ngày mà nhận sau 15:00 hôm nay thì hẹn thứ Tư 25/11.',
  ]);
  expect(lookAhead('2026-11-23', calendar).tomorrow).toMatchObject({
    title: { en: 'Tuesday 24/11, public holiday' },
    detail: { en: 'Vietnam Culture Day. Same-day work received after 15:00 today is due on Wednesday 25/11.' },
  });
});

test('a holiday tells its name, and the day after it is an ordinary one', () => {
  expect(vi('2026-11-24')).toEqual([
    'Thứ Ba 24/11/2026',
    'Ngày Văn hóa Việt Nam',
    'Thứ Tư 25/11, ngày làm việc',
    'Tiếp nhận 7:00–11:30, 13:30–17:00',
  ]);
});

test('Saturday is reception only, and what comes in then is due on Monday', () => {
  expect(vi('2026-11-27').slice(2)).toEqual([
    'Thứ Bảy 28/11, chỉ tiếp nhận',
    'Tiếp nhận 7:00–11:30, không tính là ngày làm việc. Việc giải quyết trong ngày mà nhận sau 15:00 hôm nay thì hẹn thứ Hai 30/11.',
  ]);
  expect(vi('2026-11-28').slice(1)).toEqual([
    'Tiếp nhận 7:00–11:30, không tính là ngày làm việc',
    'Chủ nhật 29/11, cuối tuần',
    'Không tiếp nhận. Việc giải quyết trong ngày mà nhận hôm nay thì hẹn thứ Hai 30/11.',
  ]);
});

test('a make-up Saturday tells what it makes up for', () => {
  expect(vi('2025-04-25').slice(2)).toEqual([
    'Thứ Bảy 26/04, làm bù',
    'Làm bù cho 02/5. Tiếp nhận 7:00–11:30, 13:30–17:00',
  ]);
});

test('past the calendar nothing is claimed', () => {
  expect(vi('2027-12-31').slice(2)).toEqual(['Thứ Bảy 01/01, chưa có trong lịch', 'Không tiếp nhận']);
});
