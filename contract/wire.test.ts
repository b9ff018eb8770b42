import { z } from 'zod';
import { expect, test } from 'vitest';
import * as board from './board.ts';
import * as courier from './courier.ts';
import * as keptApart from './kept-apart.ts';
import * as logs from './logs.ts';
import * as restate from './restate.ts';
import * as sync from './sync.ts';

/** Desks and servers of two releases talk to each other: words one side does not know are passed over, at every depth. */

/** Signed as they are: they never grow. */
const sealed: ReadonlySet<unknown> = new Set([sync.envelopeSchema, sync.logEventSchema, sync.verdictSchema]);

/** What a person orders: a word that is not known is refused, not lost. */
const orders: ReadonlySet<string> = new Set([
  'adminUserSchema',
  'adminCounterSchema',
  'adminOfficeSchema',
  'adminCodeRequestSchema',
  'ownPasswordSchema',
  'remindSchema',
  'reminderAnswerSchema',
  'revokeRequestSchema',
  'releaseRequestSchema',
  'settleAlarmsSchema',
]);

const wire = Object.entries({ ...board, ...courier, ...keptApart, ...logs, ...restate, ...sync }).flatMap(
  ([name, value]) => (value instanceof z.ZodType && !sealed.has(value) ? [{ name, schema: value }] : []),
);

/** Where an object stands that refuses words it does not know. */
function strictIn(value: unknown, path: string, seen = new Set<unknown>()): string[] {
  if (typeof value !== 'object' || value === null || sealed.has(value) || seen.has(value)) return [];
  seen.add(value);
  if (value instanceof z.ZodLazy) return strictIn(value.unwrap(), path, seen);
  if (value instanceof z.ZodType) {
    const isStrict = value instanceof z.ZodObject && value.def.catchall instanceof z.ZodNever;
    return [...(isStrict ? [path] : []), ...strictIn(value.def, path, seen)];
  }
  if (value instanceof Map || value instanceof Set || typeof value === 'function') return [];
  return Object.entries(value).flatMap(([key, part]) => strictIn(part, `${path}.${key}`, seen));
}

test.each(wire.filter(({ name }) => !orders.has(name)))(
  '$name passes over words it does not know',
  ({ name, schema }) => {
    expect(strictIn(schema, name)).toEqual([]);
  },
);

test.each(wire.filter(({ name }) => orders.has(name)))('$name refuses what it does not know', ({ name, schema }) => {
  expect(strictIn(schema, name)).toContain(name);
});

test('a strict object is found however deep it stands', () => {
  const deep = z.object({
    a: z.array(z.union([z.string(), z.object({ b: z.strictObject({}).nullable() })])).optional(),
  });
  expect(strictIn(deep, 'deep')).toHaveLength(1);
});
