import { z } from 'zod';
import { base64urlSchema } from '../primitives.ts';

/** The largest file of the portal a desk is given, bytes. */
export const PORTAL_FILE_BYTES = 10 * 1024 * 1024;

/** GET /v1/submitted/DOSSIER/files/N */
export const portalFileReplySchema = z.strictObject({
  file: base64urlSchema(Math.ceil((PORTAL_FILE_BYTES * 4) / 3) + 4),
});
