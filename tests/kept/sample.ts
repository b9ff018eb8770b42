import type { z } from 'zod';
/** A day of the samples. */
const MONDAY = '2026-11-23';

/**
 * A value that a schema takes, every field filled in: what may be empty is not. Leaves are the first of a few usual
 * texts and numbers that the schema reads back unchanged.
 * @throws Error where none does: give it one here
 */
export function sampleOf(schema: z.core.$ZodType, where = 'body'): unknown {
  const { def } = schema._zod as { readonly def: z.core.$ZodTypes['_zod']['def'] };
  if (def.type === 'object') {
    return Object.fromEntries(
      Object.entries(def.shape).map(([name, field]) => [name, sampleOf(field, `${where}.${name}`)]),
    );
  }
  if (def.type === 'array') return [sampleOf(def.element, `${where}[]`)];
  if (def.type === 'nullable' || def.type === 'optional') return sampleOf(def.innerType, where);
  if (def.type === 'literal') return def.values[0];
  if (def.type === 'enum') return Object.values(def.entries)[0];
  if (def.type === 'boolean') return true;
  const [first] = def.type === 'union' ? def.options : [];
  if (first !== undefined) return sampleOf(first, where);
  const fitting = LEAVES.find((leaf) => (schema as z.ZodType).safeParse(leaf).data === leaf);
  if (fitting === undefined) throw new Error(`${where}: none of the usual values fits`);
  return fitting;
}

const LEAVES: readonly unknown[] = [
  'Nguyễn Thị Ánh Tuyết, ấp 3',
  'xa-29905',
  '019ab000-0000-7000-8000-00000000abcd',
  '087199012346',
  '341234567',
  '0918273645',
  '1990-05-04',
  'ab'.repeat(32),
  `${MONDAY}T09:00:00`,
  MONDAY,
  'abcdef',
  'B027',
  'B',
  1,
  2026,
];
