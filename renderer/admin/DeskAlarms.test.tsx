import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Alarm, SettledAlarm } from '../../contract/kept-apart.ts';
import { MessagesProvider } from '../messages/MessagesProvider.tsx';
import type { Language } from '../ui/format.ts';
import { KeyboardProvider } from '../ui/keyboard.tsx';
import { DeskAlarms } from './DeskAlarms.tsx';

/** 10:00 on 23/11/2026 in Việt Nam. */
const AT = Date.UTC(2026, 10, 23, 3);
const ID = '019ab000-0000-7000-8000-000000000001';

function alarm(seq: number, reason: string, about: Partial<Pick<Alarm, 'person' | 'dossier'>> = {}): Alarm {
  const place = { log: ID, seq, hash: '', office: 'xa-29905', device: ID, sentBy: ID };
  return { eventId: ID, ...place, reason, at: AT + seq * 60_000, person: null, dossier: null, ...about };
}

const settled = (seq: number, because: string): SettledAlarm => ({
  ...alarm(seq, 'XV-02'),
  settledAt: AT + 3_600_000,
  settledBy: 'Trần Quốc Bảo',
  because,
});

const shown = (alarms: readonly Alarm[], done: readonly SettledAlarm[], language: Language = 'vi'): string =>
  renderToStaticMarkup(
    <MessagesProvider language={language}>
      <KeyboardProvider>
        <DeskAlarms alarms={alarms} settled={done} onSettle={() => undefined} />
      </KeyboardProvider>
    </MessagesProvider>,
  );

test('alarms of one reason stand together, with the newest time, the names, and one way to settle them', () => {
  const html = shown(
    [alarm(1, 'XV-21', { person: 'u-bia' }), alarm(2, 'XV-21', { person: 'u-la' }), alarm(3, 'XV-02')],
    [],
  );
  expect(html).toContain('Báo động (3)');
  expect(html).toContain('2 lần, mới nhất 10:02 23/11');
  expect(html).toContain('Tên: u-bia, u-la');
  expect(html).toContain('Lúc 10:03 23/11');
  expect(html.match(/Đã xử lý…/g)).toHaveLength(2);
  expect(html).not.toContain('Báo động đã xử lý');
});

test('what was settled stands below, act by act, with who, when and why', () => {
  const html = shown([], [settled(1, 'đã thu máy sao'), settled(2, 'đã thu máy sao'), settled(3, 'máy thử')], 'en');
  expect(html).toContain('Alarms settled (3)');
  expect(html).toContain('11:00 23/11, Trần Quốc Bảo: đã thu máy sao');
  expect(html).toContain('2 times, last at 10:02 23/11');
  expect(html).toContain('11:00 23/11, Trần Quốc Bảo: máy thử');
  expect(html).not.toContain('Settled…');
});

test('an administrator is told what an administrator does, not to call one', () => {
  const html = shown(
    ['XV-01', 'XV-02', 'XV-06', 'XV-16', 'XV-25'].map((reason, at) => alarm(at, reason)),
    [],
  );
  expect(html).not.toContain('người quản trị');
  expect(html).not.toContain('Người quản trị');
  expect(html).toContain('Tìm máy chạy bản sao và cất đi.');
});

test('the dossiers to look at stand with the alarm, each once, the rest counted', () => {
  const codes = Array.from({ length: 12 }, (_, nth) => `H20.57-261123-00${10 + nth}`);
  const html = shown(
    [...codes, codes[0] ?? ''].map((dossier, seq) => alarm(seq, 'XV-06', { dossier })),
    [],
  );
  expect(html).toContain(`Hồ sơ: ${codes.slice(0, 10).join(', ')} và 2 hồ sơ khác`);
});

test('a desk without any has no such part', () => {
  expect(shown([], [])).toBe('');
});
