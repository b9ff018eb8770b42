import { z } from 'zod';
import { MOST_BYTES, MOST_PAGES } from '../../domain/digitise/pages.ts';
import {
  base64urlSchema,
  bilingualSchema,
  civilDateSchema,
  hashSchema,
  idSchema,
  localDateTimeSchema,
  textSchema,
} from '../primitives.ts';
import { call, counterRoles, readerRoles } from './call.ts';
import { PIECE_BYTES } from './piece-size.ts';

/**
 * Papers as files (số hóa): scans come in by pieces or from the scanner folder, wait, are put together into one PDF and
 * kept with the dossier. Files are named by the SHA-256 of their bytes.
 */

const madeFromSchema = z.enum(['scanner', 'file', 'camera']);
const turnSchema = z.literal([0, 90, 180, 270]);

/** A scan no dossier has yet (bản quét chờ gắn); kept 7 days. */
export const waitingScanSchema = z.strictObject({
  fileId: hashSchema,
  kind: z.enum(['pdf', 'jpeg', 'png']),
  name: z.string(),
  pages: z.int(),
  bytes: z.int(),
  madeFrom: madeFromSchema,
  arrivedAt: localDateTimeSchema,
});

/** A page as it can be shown; `picture` null: it is no single picture (typed text, a fax coding). */
const shownPageSchema = z.strictObject({
  turn: turnSchema,
  picture: z.strictObject({ mime: z.enum(['image/jpeg', 'image/png']), bytes: base64urlSchema(80_000_000) }).nullable(),
});

export const shownPagesSchema = z.strictObject({
  pages: z.array(shownPageSchema),
  /** Where the next portion begins; null: these were the last. */
  next: z.int().nullable(),
});

/** A digitised paper of a dossier, as its view has it. */
export const digitisedSchema = z.strictObject({
  fileId: hashSchema,
  paperId: z.string().nullable(),
  title: z.string(),
  documentType: z.string(),
  ownerId: z.string().nullable(),
  summary: z.string(),
  validFrom: civilDateSchema.nullable(),
  validTo: civilDateSchema.nullable(),
  scope: z.string(),
  pages: z.int(),
  bytes: z.int(),
  madeFrom: madeFromSchema,
  at: localDateTimeSchema,
  /** Who answers for the match with the paper. */
  by: z.string(),
  /** Whether the bytes are on this machine. */
  here: z.boolean(),
  /** Whether the province holds the bytes; null: not a file of this machine. */
  sent: z.enum(['waiting', 'sent', 'setAside']).nullable(),
  /** Why it cannot be sent. */
  notSentBecause: bilingualSchema.nullable(),
  removedBecause: z.string().nullable(),
});

/** Where this machine's scanner leaves its files, and whether it can be read. */
const scannerFolderSchema = z.strictObject({ path: z.string().nullable(), readable: z.boolean() });

const descriptionInput = z.strictObject({
  documentType: textSchema(80),
  ownerId: textSchema(40),
  title: textSchema(500),
  summary: textSchema(1000),
  validFrom: civilDateSchema.nullable(),
  validTo: civilDateSchema.nullable(),
  scope: z.enum(['dossier', 'owner']),
});

const pagesInput = z
  .array(z.strictObject({ fileId: hashSchema, page: z.int().min(0).max(MOST_PAGES), turn: turnSchema }))
  .min(1)
  .max(MOST_PAGES)
  .refine((pages) => new Set(pages.map(({ fileId, page }) => `${fileId} ${page}`)).size === pages.length, {
    message: 'a page twice',
  });

const ofDossier = z.strictObject({ dossierId: idSchema, fileId: hashSchema });
const waitingFile = z.strictObject({ fileId: hashSchema, from: z.int().min(0).max(MOST_PAGES) });

export const digitiseCalls = {
  /** What the form is filled in with, and which papers may become files at all. @throws TN-05 */
  'digitise.prepare': call(
    counterRoles,
    z.strictObject({ dossierId: idSchema }),
    z.strictObject({
      code: z.string(),
      ownerId: z.string(),
      papers: z.array(
        z.strictObject({
          paperId: z.string(),
          name: z.string(),
          group: z.enum(['submit', 'present']),
          /** False: an identity paper the procedure keeps no copy of (SH-06). */
          may: z.boolean(),
          /** The paper's kind in the catalogue, as a document type; null where it says none. */
          documentType: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Announces a file; its pieces follow in order. @throws SH-04 */
  'digitise.begin': call(
    counterRoles,
    z.strictObject({
      name: textSchema(200),
      bytes: z
        .int()
        .min(1)
        .max(MOST_BYTES + 1),
      madeFrom: madeFromSchema,
    }),
    z.strictObject({ intake: idSchema }),
  ),
  /** @throws SH-11 */
  'digitise.append': call(
    counterRoles,
    z.strictObject({
      intake: idSchema,
      offset: z.int().min(0).max(MOST_BYTES),
      piece: base64urlSchema(Math.ceil((PIECE_BYTES * 4) / 3)),
    }),
    z.strictObject({ received: z.int() }),
  ),
  /** Looks the file over and keeps it, encrypted; it waits for a dossier. @throws LT-03, SH-01 … SH-05, SH-11 */
  'digitise.finish': call(counterRoles, z.strictObject({ intake: idSchema }), waitingScanSchema),
  'digitise.waiting': call(
    counterRoles,
    z.strictObject({}),
    z.strictObject({
      scans: z.array(waitingScanSchema),
      /** Files in the scanner folder that cannot be taken, and why. */
      unusable: z.array(z.strictObject({ name: z.string(), code: z.string() })),
      folder: scannerFolderSchema,
    }),
  ),
  /** Pages of a waiting scan, to be looked at and made smaller; each look is written down. @throws SH-05, SH-09, SH-11 */
  'digitise.part': call(counterRoles, waitingFile, shownPagesSchema),
  /** Throws a waiting scan away, out of the scanner folder too. @throws SH-11 */
  'digitise.discard': call(counterRoles, z.strictObject({ fileId: hashSchema }), z.strictObject({})),
  /**
   * Makes one PDF of the pages and keeps it with the dossier, vouched for by the person signed in.
   * `done`: waiting scans that are thereby dealt with; they go, out of the scanner folder too.
   * @throws LT-03, SH-03 … SH-07, SH-11, TN-05
   */
  'digitise.attach': call(
    counterRoles,
    z.strictObject({
      dossierId: idSchema,
      paperId: textSchema(120).nullable(),
      description: descriptionInput,
      pages: pagesInput,
      done: z.array(hashSchema).max(400),
      /** "Tôi đã đối chiếu với bản giấy". */
      matched: z.literal(true),
    }),
    digitisedSchema,
  ),
  'digitise.list': call(readerRoles, z.strictObject({ dossierId: idSchema }), z.array(digitisedSchema)),
  /** Shows pages of a digitised paper; each look is written down: who, when, which pages. @throws SH-09, SH-12, SH-16, SH-17 */
  'digitise.view': call(readerRoles, ofDossier.extend({ from: z.int().min(0).max(MOST_PAGES) }), shownPagesSchema),
  /** The PDF itself, for a file of the person's own; written down. @throws SH-09, SH-12, SH-16, SH-17 */
  'digitise.save': call(readerRoles, ofDossier, z.strictObject({ name: z.string(), pdf: base64urlSchema(60_000_000) })),
  /** @throws SH-12 */
  'digitise.remove': call(
    counterRoles,
    ofDossier.extend({ reason: textSchema(500).pipe(z.string().trim().min(3)) }),
    z.strictObject({}),
  ),
  /** Who looked at it on this machine, newest first. @throws SH-12 */
  'digitise.views': call(
    ['supervisor'],
    ofDossier,
    z.array(
      z.strictObject({
        at: localDateTimeSchema,
        who: z.string(),
        why: z.enum(['screen', 'saved']),
        fromPage: z.int(),
        toPage: z.int(),
      }),
    ),
  ),
  /** Sets or clears the folder of this machine's scanner. @throws SH-10 */
  'digitise.setFolder': call(counterRoles, z.strictObject({ path: textSchema(500).nullable() }), scannerFolderSchema),
} as const;
