import { join } from 'node:path';
import { z } from 'zod';
import { machineKindSchema } from '../../contract/machine-kind.ts';
import { epochMsSchema, idSchema } from '../../contract/primitives.ts';
import { keptLines } from '../kept-lines.ts';
import type { Revocation } from '../store/revocations.ts';

const revocationSchema = z.object({
  device: idSchema,
  publicKey: z.string().min(1),
  office: z.string().min(1),
  counter: z.string().min(1),
  kind: machineKindSchema,
  name: z.string(),
  enrolledAt: epochMsSchema,
  revokedAt: epochMsSchema,
  by: z.string().nullable(),
  because: z.string().nullable(),
  logs: z.array(z.object({ log: idSchema, trusted: z.int().min(0) })),
});

/**
 * The list of revoked machines outside the database (sổ thu hồi máy), beside the server key. A database put back from a
 * copy has forgotten who was revoked since; the list has not (`cli.ts restored`, and every start of a server).
 */
export interface RevocationList {
  readonly path: string;
  /** Durable once it returns. */
  add(revocations: readonly Revocation[]): void;
  /** One of each machine, its newest. @throws Error for a line that is none */
  read(): Revocation[];
}

export function revocationListIn(folder: string): RevocationList {
  const lines = keptLines<Revocation>(join(folder, 'revocations.jsonl'), (value) => revocationSchema.parse(value));
  return {
    path: lines.path,
    add: (revocations) => lines.add(revocations),
    read: () => [...new Map(lines.read().map((one) => [one.device, one])).values()],
  };
}
