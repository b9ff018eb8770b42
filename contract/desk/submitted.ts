import { z } from 'zod';
import { checkStandings } from '../../domain/guidance/to-check.ts';
import { MOST_PAGES } from '../../domain/digitise/pages.ts';
import { bilingualSchema, base64urlSchema, idSchema, localDateTimeSchema } from '../primitives.ts';
import { call, counterRoles } from './call.ts';
import { shownPagesSchema } from './digitise.ts';

/** Dossiers sent in from afar (nộp trực tuyến, bưu chính) that the counter has not looked at yet (chờ kiểm tra). */

const submittedFileSchema = z.strictObject({
  /** Its place among what was sent in, from 0: its name here. */
  n: z.int(),
  name: z.string(),
  kind: z.enum(['original', 'copy', 'electronic']),
  count: z.int(),
  /** Whether there is a file to open; a paper that comes by post has none. */
  file: z.boolean(),
});

const toCheckSchema = z.strictObject({
  id: idSchema,
  portalCode: z.string(),
  channel: z.enum(['DIRECT', 'ONLINE', 'POSTAL']),
  name: z.string(),
  phone: z.string(),
  procedureCode: z.string(),
  procedure: z.string(),
  submittedAt: localDateTimeSchema,
  checkBy: localDateTimeSchema.nullable(),
  standing: z.enum(checkStandings),
  /** "còn 3 giờ 20 phút làm việc"; null without a limit. */
  left: bilingualSchema.nullable(),
  papers: z.array(submittedFileSchema),
  fee: z.strictObject({ amount: z.int(), paid: z.boolean() }),
  note: z.string(),
  /** Somebody has begun to check it: name of whose draft it is. */
  begunBy: z.string().nullable(),
});

const fileSchema = z.strictObject({ dossierId: idSchema, n: z.int().min(0).max(199) });

export const submittedCalls = {
  /** Late ones first, then by the end of their 8 working hours. */
  'submitted.list': call(
    counterRoles,
    z.strictObject({}),
    z.strictObject({
      rows: z.array(toCheckSchema),
      /** Late ones, and those whose time ends today. */
      due: z.int(),
      late: z.int(),
    }),
  ),
  /**
   * Pages of a file at the portal, fetched through the province; each look is written down before it is answered.
   * @throws DT-01 no line, SV-10, SH-01, SH-02, SH-03, SH-05, SH-12
   */
  'submitted.file': call(counterRoles, fileSchema.extend({ from: z.int().min(0).max(MOST_PAGES) }), shownPagesSchema),
  /** The file itself, for one of the person's own; written down. @throws as `submitted.file` */
  'submitted.save': call(
    counterRoles,
    fileSchema,
    z.strictObject({ kind: z.enum(['pdf', 'jpeg', 'png']), bytes: base64urlSchema(20_000_000) }),
  ),
  /** Who looked at it on this machine, newest first. @throws SH-12 */
  'submitted.views': call(
    ['supervisor'],
    fileSchema,
    z.array(z.strictObject({ at: localDateTimeSchema, who: z.string(), why: z.enum(['screen', 'saved']) })),
  ),
} as const;
