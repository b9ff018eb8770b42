import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deskReportText, readDeskReport, RELEASE } from './desk-report.ts';

test('the release a desk reports is the one of package.json', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(RELEASE).toBe(version);
});

test('what a desk reports is read back as it was said', () => {
  const report = fc.record({
    release: fc.constantFrom(RELEASE, '12.0.3-rc.1'),
    unsent: fc.nat(10_000_000),
    waiting: fc.nat(1_000_000_000),
    clock: fc.option(fc.integer()),
  });
  fc.assert(
    fc.property(report, (said) => {
      expect(readDeskReport(deskReportText(said))).toEqual(said);
    }),
  );
});

test('a word this release does not know is passed over; what is no report is none', () => {
  expect(readDeskReport('release=9.1&unsent=3&waiting=60&clock=-5&mood=fine')).toEqual({
    release: '9.1',
    unsent: 3,
    waiting: 60,
    clock: -5,
  });
  for (const none of [undefined, '', 'unsent=3', 'release=Nguyễn Văn A&unsent=0&waiting=0', 'x'.repeat(400)]) {
    expect(readDeskReport(none)).toBeNull();
  }
});
