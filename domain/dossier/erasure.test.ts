import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../contract/events.ts';
import { bodies, doing, waysTo } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf, written, type Written } from '../../tests/harness/dossier-history.ts';
import { canonical, type Json } from '../log/canonical.ts';
import { restOf } from './erasure.ts';
import type { DossierEventType } from './events.ts';
import { dossierVersions } from './events.ts';
import type { DossierView, KnownEvent } from './fold.ts';
import { dossierStates } from './states.ts';

const DOSSIER = '019ab000-0000-7000-8000-00000000d055';
const types = Object.keys(dossierVersions) as DossierEventType[];
const erasable = types.filter((type) => type !== 'dossier.erased');

/** The erasure of these events, written after them all. */
function erasure(events: readonly Written[]): Written {
  const heads = [events.at(-1)?.envelope.id ?? ''];
  const named = events.map(({ envelope, event }) => ({ id: envelope.id, rest: restOf(event, DOSSIER) }));
  return written('p', 1, heads, { type: 'dossier.erased', body: { ...bodies['dossier.erased'](1), events: named } });
}

const gone = (event: Written): KnownEvent => ({ ...event, event: null });
const text = (view: DossierView): string => canonical(view as unknown as Json);

describe('what stays of an event', () => {
  test.each(erasable)('%s can be read back as it stands in the erasure', (type) => {
    const version = dossierVersions[type];
    const [event] = [1, 2, 3].map((n) => restOf({ type, version, body: bodies[type](n) } as never, DOSSIER));
    if (event === null || event === undefined) return;
    const read = eventSchema.parse({ type, version, body: JSON.parse(JSON.stringify(event.body)) });
    expect(canonical(read.body as unknown as Json)).toBe(canonical(event.body as unknown as Json));
  });

  test('no free text, name, number or address of any event is left in it', () => {
    for (const type of erasable) {
      for (const n of [1, 2, 3]) {
        const event = { type, version: dossierVersions[type], body: planted(bodies[type](n), '') };
        expect([type, JSON.stringify(restOf(event as never, DOSSIER))]).toEqual([
          type,
          expect.not.stringContaining(MARK),
        ]);
      }
    }
  });
});

const MARK = 'GIEO';
/** Marks every text but those that may stay, and those that are no words: dates, ids, hashes. */
function planted(value: unknown, path: string): unknown {
  if (typeof value === 'string') return stays.test(path) || isShape.test(value) ? value : `${MARK} ${value}`;
  if (Array.isArray(value)) return value.map((each) => planted(each, path));
  if (typeof value !== 'object' || value === null) return value;
  const isServant = 'kind' in value && 'place' in value && value.kind !== 'citizen' && value.kind !== 'post';
  if (isServant) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, planted(part, `${path}.${name}`)]));
}
const isShape = /^(\d{4}-\d{2}-\d{2}(T[\d:]+)?|[0-9a-f-]{36}|[0-9a-f]{64})$/;
/** What serves the public, the procedure, the forms and the books say of themselves. */
const stays = new RegExp(
  [
    String.raw`\.(receivingOffice|competentOffice|processingUnit|unit|counter|channel|office|calendarVersion)$`,
    String.raw`\.procedure\.\w+$|\.seenOnSlip\.\w+$|\.code\.\w+$`,
    String.raw`\.(portalCode|returnCode|receiptNumber|form|templateVersion|signatory|agency|rule|flags)$`,
    String.raw`\.(resultWay|paid|how|why|outcome|clock|identity|purpose|step|way|about|signature|kind)$`,
    String.raw`^\.(number|place|to|name)$|\.limit\.unit$`,
  ].join('|'),
);

describe('a dossier whose content was erased', () => {
  test.each(dossierStates)('%s: shows the same with the bodies, without them, and with some of them', (state) => {
    const events = line('a', waysTo[state]);
    const erased = erasure(events);
    const whole = text(viewOf([...events, erased]));
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: events.length, maxLength: events.length }), (has) => {
        const known = events.map((event, nth) => (has[nth] === true ? event : gone(event)));
        expect(text(viewOf([erased, ...known]))).toBe(whole);
      }),
    );
  });

  test.each(dossierStates)('%s: keeps state, codes, dates, hands, money and slips; nobody is in it', (state) => {
    const events = line('a', waysTo[state]);
    const before = viewOf(events);
    const after = viewOf([...events.map(gone), erasure(events)]);
    const kept = ({ state: at, codes, openedAt, clock, custody, payments, slips, story }: DossierView) => ({
      at,
      codes,
      openedAt,
      clock,
      holder: custody.holder?.kind,
      payments: payments.map(({ amount, at: on, receiptNumber }) => [amount, on, receiptNumber]),
      slips: slips.map(({ slipId, form, issue, voidedBy }) => [slipId, form, issue, voidedBy]),
      story: story.slice(0, events.length).map(({ eventId, type, at: when }) => [eventId, type, when]),
    });
    expect(kept(after)).toEqual(kept(before));
    expect(after.intake).toMatchObject({ ...before.intake, applicant: null, submitter: null });
    expect(after.received?.applicant ?? null).toBeNull();
    expect(after.scans).toEqual([]);
    expect(after.flags).toEqual([]);
    expect(after.erasures.map(({ document }) => document.number)).toEqual(['1/QĐ-TA']);
    expect(after.story.map(({ erased }) => erased)).toEqual([...events.map(() => true), false]);
  });

  test('what comes in afterwards, by who had not heard of it, stands beside it', () => {
    const events = line('a', waysTo.received);
    const late = written('b', 1, [events.at(-1)?.envelope.id ?? ''], doing('dossier.noted', 4));
    const view = viewOf([...events.map(gone), erasure(events), late]);
    expect(view.flags).toEqual([]);
    expect(view.story.filter(({ erased }) => !erased).map(({ type }) => type)).toEqual([
      'dossier.noted',
      'dossier.erased',
    ]);
  });
});
