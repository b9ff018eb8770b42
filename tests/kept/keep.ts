import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { eventBodies } from '../../contract/events.ts';
import { RELEASE } from '../../contract/desk-report.ts';
import { newSigningKey, sealerOf } from '../../contract/signing.ts';
import { canonical } from '../../domain/log/canonical.ts';
import { GENESIS, seal, type AggregateKind, type LogEvent } from '../../domain/log/envelope.ts';
import { systemRandom } from '../../server/random.ts';
import { json } from '../harness/writer.ts';
import type { KeptLog } from './kept.ts';
import { sampleOf } from './sample.ts';

/**
 * `node tests/kept/keep.ts`: seals one event of every kind and version that is not kept yet, by a key nobody keeps, and
 * adds them to events.json. What stands there is never written again: every later release must read it as it is.
 */
const file = new URL('./events.json', import.meta.url);
const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptLog[]) : [];
const known = new Set(
  kept.flatMap(({ events }) => events.map(({ envelope }) => `${envelope.type}@${envelope.version}`)),
);
const missing = [...eventBodies].filter(([name]) => !known.has(name));
// What begins a dossier, a ticket or the hall first, so that the rest of it follows.
const opening = ['dossier.received@1', 'batch.closed@1', 'hall.opened@1', 'ticket.issued@1'];
missing.sort(([a], [b]) => opening.indexOf(b) - opening.indexOf(a));
if (missing.length > 0) {
  const key = newSigningKey();
  const [device, log] = [systemRandom.id(), systemRandom.id()];
  const events: LogEvent[] = [];
  const aggregates = new Map<string, { readonly id: string; last: string | null }>();
  for (const [name, body] of missing) {
    const [type = '', version = ''] = name.split('@');
    const aggregate = type.split('.')[0] as AggregateKind;
    const about = aggregates.get(aggregate) ?? { id: systemRandom.id(), last: null };
    aggregates.set(aggregate, about);
    const before = events.at(-1)?.envelope;
    const event = seal(
      {
        id: systemRandom.id(),
        device,
        log,
        seq: events.length + 1,
        aggregate,
        aggregateId: about.id,
        after: about.last === null ? [] : [about.last],
        type,
        version: Number(version),
        actor: 'u-1',
        approvedBy: null,
        at: { device: 1_795_000_000_000, offset: 0 },
        prev: before?.hash ?? GENESIS,
      },
      json(sampleOf(body, name) as object),
      systemRandom.bytes(16).toString('hex'),
      sealerOf(key),
    );
    about.last = event.envelope.id;
    events.push(event);
  }
  kept.push({ release: RELEASE, publicKey: key.publicKey, events });
  // One event a line, as it was hashed.
  const line = ({ envelope, body, salt }: LogEvent): string => `      ${canonical(json({ envelope, body, salt }))}`;
  const logs = kept.map(
    ({ release, publicKey, events: own }) =>
      `  {\n    "release": "${release}",\n    "publicKey": "${publicKey}",\n    "events": [\n${own.map(line).join(',\n')}\n    ]\n  }`,
  );
  writeFileSync(file, `[\n${logs.join(',\n')}\n]\n`);
}
console.log(`${missing.length} kept`);
