import { expect, test } from 'vitest';
import { asDossierEvent, eventBodies, eventSchema } from '../../contract/events.ts';
import { verifierOf } from '../../contract/signing.ts';
import { dossierVersions } from '../../domain/dossier/events.ts';
import { foldDossier } from '../../domain/dossier/fold.ts';
import { currentEvent } from '../../domain/dossier/history.ts';
import { canonical } from '../../domain/log/canonical.ts';
import { follows, sealFault } from '../../domain/log/envelope.ts';
import { json } from '../harness/writer.ts';
import { keptLogs } from './kept.ts';

/**
 * Events as desks of every release wrote them. They are in citizens' dossiers: whatever this release changes, it reads
 * each of them, without changing a byte. A kind or version that is not kept: `node tests/kept/keep.ts`, once.
 */
const logs = keptLogs();
const all = logs.flatMap(({ events }) => events);
const nameOf = ({ envelope }: (typeof all)[number]): string => `${envelope.type}@${envelope.version}`;

test('one event of every kind and version this release can read is kept', () => {
  expect(all.map(nameOf).sort()).toEqual([...eventBodies.keys()].sort());
});

test.each(logs)('the log of a desk of release $release is whole and signed', ({ events, publicKey }) => {
  const verifier = verifierOf(publicKey);
  expect(events.map((event) => sealFault(event, verifier))).toEqual(events.map(() => null));
  const chained = events.map(({ envelope }, n) => follows(events[n - 1]?.envelope ?? null, envelope));
  expect(chained).toEqual(events.map(() => true));
});

test.each(all.map((event) => ({ name: nameOf(event), event })))('$name is read, unchanged', ({ event }) => {
  const { type, version } = event.envelope;
  const read = eventSchema.parse({ type, version, body: event.body });
  expect(canonical(json(read.body))).toBe(canonical(event.body));
});

const ofDossiers = all.filter(({ envelope }) => envelope.aggregate === 'dossier');

test.each(ofDossiers.map((event) => ({ name: nameOf(event), event })))('$name is folded as today’s version', (kept) => {
  const { type, version } = kept.event.envelope;
  const read = eventSchema.parse({ type, version, body: kept.event.body });
  const now = currentEvent(asDossierEvent(read));
  expect(now?.type).toBe(type);
  expect(now?.version).toBe(now === null ? null : dossierVersions[now.type]);
  // What an older version did not have yet is filled in, so that today's schema reads it too.
  expect(eventSchema.safeParse(now).error?.issues).toBeUndefined();
});

test('the dossier they make is folded with no event unread', () => {
  const known = ofDossiers.map(({ envelope, body }) => {
    const read = eventSchema.parse({ type: envelope.type, version: envelope.version, body });
    return { envelope, event: asDossierEvent(read) };
  });
  const view = foldDossier(ofDossiers[0]?.envelope.aggregateId ?? '', known);
  expect(view?.story).toHaveLength(ofDossiers.length);
  expect(view?.flags.filter((flag) => flag.kind === 'unreadable')).toEqual([]);
});
