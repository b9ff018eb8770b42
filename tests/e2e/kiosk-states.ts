import type { Page } from '@playwright/test';
import type { KioskView } from '../../contract/desk/screens.ts';
import { sampleCard, typeLikeScanner } from '../tour/scan-card.ts';

/** Every screen the kiosk can stand at, and how a citizen comes there from its start. */
export interface KioskState {
  readonly name: string;
  readonly reach: (page: Page, view: KioskView) => Promise<void>;
}

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
const shows = (page: Page, words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor();

/** What the desk answers there, as it would at another time: a hall that is closed, a ticket without paper. */
const answered = (page: Page, call: string, value: object): Promise<unknown> =>
  page.route(`**/call/${call}`, (route) => route.fulfill({ json: { ok: true, value } }));

/** A hall as it is not now; the kiosk asks for it anew when it opens. */
async function standing(page: Page, view: KioskView, words: RegExp): Promise<void> {
  await answered(page, 'kiosk.view', view);
  await page.reload();
  await shows(page, words);
}

async function scanned(page: Page, found: object, words: RegExp): Promise<void> {
  await answered(page, 'kiosk.scan', found);
  await typeLikeScanner(page, 'H20.57-261123-0001');
  await shows(page, words);
}

const slip = (gives: string): object => ({ kind: 'slip', code: 'H20.57-261123-0001', gives });
const numbers = Array.from({ length: 24 }, (_, n) => ({
  ticket: `01900000-0000-7000-8000-0000000000${String(n + 10)}`,
  number: `B${String(103_001 + n)}`,
}));

async function low(page: Page, button: RegExp): Promise<void> {
  await press(page, 'Hạ nút xuống');
  await press(page, button);
}

async function mistyped(page: Page): Promise<void> {
  await press(page, 'Có giấy hướng dẫn');
  for (let n = 0; n < 8; n++) await page.getByRole('button', { name: '7', exact: true }).click();
  await press(page, 'Dùng mã này');
  await shows(page, 'Chưa đọc được mã này');
}

async function rating(page: Page): Promise<void> {
  await press(page, 'Đánh giá');
  await press(page, /^A\d{3}$/);
  await page.getByRole('button', { name: 'Không hài lòng' }).waitFor();
}

async function refused(page: Page): Promise<void> {
  await typeLikeScanner(page, sampleCard);
  await shows(page, 'Đã đọc thẻ');
  await press(page, /Hộ tịch/);
  await shows(page, 'Ông, bà đang có số');
}

/** The sample card's holder has a live number of Hộ tịch, and somebody was served a moment ago. */
export const kioskStates: readonly KioskState[] = [
  { name: 'start', reach: async () => undefined },
  { name: 'low', reach: (page) => press(page, 'Hạ nút xuống') },
  { name: 'priority', reach: (page) => press(page, /Diện ưu tiên/) },
  { name: 'low priority', reach: (page) => low(page, /Diện ưu tiên/) },
  {
    name: 'priority chosen',
    reach: async (page) => {
      await press(page, /Diện ưu tiên/);
      await press(page, /cao tuổi/i);
      await page.getByRole('button', { name: /Hộ tịch/ }).waitFor();
    },
  },
  { name: 'code', reach: (page) => press(page, 'Có giấy hướng dẫn') },
  { name: 'code that was not read', reach: mistyped },
  { name: 'low code', reach: (page) => low(page, /Có giấy hướng dẫn/) },
  { name: 'card read', reach: (page) => scanned(page, { kind: 'card' }, /Đã đọc thẻ/) },
  { name: 'slip with papers', reach: (page) => scanned(page, slip('papers'), /0001/) },
  { name: 'slip of a result', reach: (page) => scanned(page, slip('result'), /0001|Kết quả/) },
  { name: 'slip with an appointment', reach: (page) => scanned(page, slip('appointment'), /0001/) },
  { name: 'slip that gives a number', reach: (page) => scanned(page, slip('number'), /0001/) },
  { name: 'scan that was not read', reach: (page) => scanned(page, { kind: 'unknown' }, /Chưa đọc được mã/) },
  {
    name: 'taking',
    reach: async (page) => {
      await page.route('**/call/kiosk.take', () => undefined);
      await press(page, /Hộ tịch/);
      await shows(page, 'Đang lấy số');
    },
  },
  { name: 'taken', reach: (page) => taken(page, press(page, /Hộ tịch/)) },
  { name: 'low taken', reach: (page) => taken(page, low(page, /Chứng thực/)) },
  {
    name: 'taken without paper',
    reach: async (page) => {
      await answered(page, 'kiosk.take', {
        number: 'B103001',
        series: 'B',
        ahead: 12,
        wait: { from: 25, to: 40 },
        booked: null,
        printed: false,
        url: 'http://192.168.10.20:47111/t/7K2M41QF7K2M41QF',
      });
      await taken(page, press(page, /Hộ tịch/));
    },
  },
  {
    name: 'taken on appointment',
    reach: async (page) => {
      await answered(page, 'kiosk.take', {
        number: 'B103002',
        series: 'B',
        ahead: 0,
        wait: null,
        booked: { at: '2026-11-23T09:30:00', from: '2026-11-23T09:25:00' },
        printed: true,
        url: null,
      });
      await press(page, /Hộ tịch/);
      await shows(page, 'Được gọi từ');
    },
  },
  { name: 'refused to who holds a number', reach: refused },
  {
    name: 'refused',
    reach: async (page) => {
      const error = { code: 'SN-03', params: {}, correlationId: '' };
      await page.route('**/call/kiosk.take', (route) => route.fulfill({ json: { ok: false, error } }));
      await press(page, /Hộ tịch/);
      await shows(page, 'SN-03');
    },
  },
  { name: 'no paper ahead', reach: (page, view) => standing(page, { ...view, printer: 'paper-out' }, /Máy hết giấy/) },
  {
    name: 'no printer ahead',
    reach: (page, view) => standing(page, { ...view, printer: 'offline' }, /Máy in chưa dùng được/),
  },
  { name: 'no hall', reach: (page, view) => standing(page, { ...view, state: 'none' }, /tạm dừng/) },
  {
    name: 'closed',
    reach: (page, view) => standing(page, { ...view, state: 'closed', opens: '2026-11-24T07:00:00' }, /Mở lại lúc/),
  },
  {
    name: 'rate, as many as there can be',
    reach: async (page, view) => {
      await standing(page, { ...view, toRate: numbers }, /Hộ tịch/);
      await press(page, 'Đánh giá');
    },
  },
  { name: 'rate, answers', reach: rating },
  {
    name: 'thanks',
    reach: async (page) => {
      await answered(page, 'kiosk.rate', {});
      await rating(page);
      await press(page, /^Hài lòng$/);
      await shows(page, 'đã được ghi');
    },
  },
];

async function taken(page: Page, asked: Promise<void>): Promise<void> {
  await asked;
  await shows(page, 'Trước ông, bà');
}
