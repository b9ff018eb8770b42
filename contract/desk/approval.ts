import { z } from 'zod';
import { keySchema, textSchema } from '../primitives.ts';

/** A supervisor approves at the officer's desk with their own password, line or no line (decision 13). */
export const approvalSchema = z.strictObject({
  login: keySchema,
  password: z.string().min(1).max(200),
  reason: textSchema(500).pipe(z.string().trim().min(3)),
});
export type Approval = z.infer<typeof approvalSchema>;
