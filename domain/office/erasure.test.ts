import { expect, test } from 'vitest';
import { eventBodies, eventSchema, isErasure } from '../../contract/events.ts';
import { sampleOf } from '../../tests/kept/sample.ts';
import { restOfOther, type OtherRest } from './erasure.ts';

/** Every kind of what may be erased beside dossiers, with every field filled in. */
const kinds = [...eventBodies].filter(([name]) => /^(advice|batch|counterDay|ticket)\.(?!erased)/.test(name));

test.each(kinds)(
  '%s: what stays is read as today’s event, says nothing of anybody, and twice is as once',
  (name, body) => {
    const [type, version] = name.split('@');
    const read = eventSchema.parse({ type, version: Number(version), body: sampleOf(body, name) });
    if (isErasure(read)) throw new Error(name);
    // One of those kinds, by the filter above.
    const rest = restOfOther(read as OtherRest);
    expect(eventSchema.parse(rest)).toEqual(rest);
    expect(restOfOther(rest)).toEqual(rest);
    const free = ['note', 'reason', 'lastHolder', 'shortBecause', 'sealedPerson', 'personKey', 'dossierId', 'person'];
    const said = JSON.stringify(rest.body, (key, value: unknown) =>
      free.includes(key) ? (value === '' ? null : value) : value,
    );
    for (const key of free) expect(said).not.toMatch(new RegExp(`"${key}":[^n]`));
  },
);
