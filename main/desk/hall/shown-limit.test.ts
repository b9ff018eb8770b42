import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createShownLimit, SHOWN_A_MINUTE } from './shown-limit.ts';

/** What a limit says of codes shown one after the other, `every` ms apart: true where it is let through. */
function shown(codes: readonly string[], every: number): boolean[] {
  let now = 0;
  const limit = createShownLimit({ monotonic: () => now });
  return codes.map((code) => {
    now += every;
    try {
      limit.note('kiosk', code);
      return true;
    } catch {
      return false;
    }
  });
}

test('who asks about one code after the other is refused, with when to try again', () => {
  let now = 0;
  const limit = createShownLimit({ monotonic: () => now });
  for (let n = 0; n < SHOWN_A_MINUTE; n++) limit.note('kiosk', `code ${n}`);
  now = 20_500;
  expect(() => limit.note('kiosk', 'one more')).toThrow(
    expect.objectContaining({ code: 'SN-12', params: { seconds: '40' } }),
  );
  // Another kiosk of the hall is another matter, and so is what this one has shown before.
  limit.note('other', 'one more');
  limit.note('kiosk', 'code 0');
  now = 60_000;
  limit.note('kiosk', 'one more');
});

test('an ordinary day never meets it: everybody reads a slip twice, then a card, then takes the number', () => {
  const people = Array.from({ length: 400 }, (_, n) => [`slip ${n}`, `slip ${n}`, `card ${n}`, `slip ${n}`]);
  // Twelve seconds a person, without a pause the whole day.
  expect(shown(people.flat(), 3_000)).not.toContain(false);
});

test('in no minute more different ones come through than allowed', () => {
  const asked = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9_000 })), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(asked, (steps) => {
      let now = 0;
      const limit = createShownLimit({ monotonic: () => now });
      const passed: { code: number; at: number }[] = [];
      for (const [code, later] of steps) {
        now += later;
        try {
          limit.note('kiosk', String(code));
          passed.push({ code, at: now });
        } catch {
          continue;
        }
        const noted = new Map<number, number>();
        for (const each of passed) {
          const before = noted.get(each.code);
          if (before === undefined || each.at - before >= 60_000) noted.set(each.code, each.at);
        }
        const inMinute = [...noted.values()].filter((at) => now - at < 60_000);
        expect(inMinute.length).toBeLessThanOrEqual(SHOWN_A_MINUTE);
      }
    }),
  );
});
