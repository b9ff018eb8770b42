import { z } from 'zod';
import { workGroups } from '../../domain/dossier/work-list.ts';
import { dossierStates } from '../../domain/dossier/states.ts';
import { keySchema, textSchema } from '../primitives.ts';
import { call, readerRoles } from './call.ts';
import { dossierRowSchema } from './dossier.ts';

/** Lists of dossiers by state, due date, field, officer and unit. */

const choiceSchema = z.strictObject({ value: z.string(), label: z.string(), count: z.int() });

export const listCalls = {
  'dossier.list': call(
    readerRoles,
    z.strictObject({
      /** Whatever is somebody's work, or all of one state. */
      which: z.enum(['open', ...dossierStates]),
      /** Null: every one. */
      group: z.enum(workGroups).nullable(),
      field: textSchema(120).nullable(),
      unit: textSchema(300).nullable(),
      /** User id of who works on it; empty: nobody yet. */
      officer: z.union([keySchema, z.literal('')]).nullable(),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({
      /** About to be late first, then late, then the rest by due date. */
      rows: z.array(dossierRowSchema.extend({ group: z.enum(workGroups) })),
      total: z.int(),
      /** What the other filters leave to choose from, with how many each. */
      groups: z.array(choiceSchema),
      fields: z.array(choiceSchema),
      units: z.array(choiceSchema),
      officers: z.array(choiceSchema),
    }),
  ),
} as const;
