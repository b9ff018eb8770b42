import { z } from 'zod';
import { compareReigns } from '../domain/ticket/reign-order.ts';
import { base64urlSchema, hashSchema, idSchema, keySchema, LARGEST_INTEGER, textSchema } from './primitives.ts';
import { beginningSchema } from './logs.ts';
import { logEventSchema, verdictSchema } from './sync.ts';
import { paperSaidSchema } from './hall-print.ts';
import { machineKindSchema } from './machine-kind.ts';

/**
 * The hall (sảnh): the desks of one office among each other, over the office's own network. TLS with pinned keys; inside
 * it one JSON value a line. docs/sync-protocol.md, The office's own network, tells it in words.
 *
 * Like desk and province, both sides pass over words they do not know.
 */
export const HALL_VERSION = 1;
/** A line is never longer; before the other side is known, much less. */
export const MAX_LINE_BYTES = 2_097_152;
export const MAX_STRANGER_LINE_BYTES = 65_536;
/** Events in one message. */
export const MAX_TOLD_EVENTS = 50;
export const MAX_TOLD_BYTES = 1_048_576;

/** What a machine is in the hall: a desk, the ticket kiosk (máy lấy số), the waiting room's display (màn hình gọi số). */
export const hallRoleSchema = machineKindSchema;
export type HallRole = z.infer<typeof hallRoleSchema>;

const portSchema = z.int().min(1).max(65_535);
/** An address on the office's network: a name or number, and a port. */
export const addressSchema = z.object({
  host: z.string().regex(/^[A-Za-z0-9.:_-]{1,120}$/),
  port: portSchema,
});
export type Address = z.output<typeof addressSchema>;

/** A machine of the office's hall, as every other knows it. */
export const memberSchema = z.strictObject({
  device: idSchema,
  /** SHA-256 of its certificate: the key it is known by. */
  certificate: hashSchema,
  /** Ed25519 by its device key over `memberLine`. */
  proof: base64urlSchema(128),
  name: textSchema(60),
  counter: keySchema,
  role: hallRoleSchema,
  addresses: z.array(addressSchema).max(4),
  /** Grows when a machine is let in or told to leave: of two the greater holds, of equal ones the one that is gone. */
  revision: z
    .int()
    .min(1)
    .max(LARGEST_INTEGER - 1),
  /** It was told to leave: its key opens nothing any more. */
  gone: z.boolean(),
});
export type Member = z.output<typeof memberSchema>;

export function memberLine(device: string, certificate: string): string {
  return `hall member\n${device}\n${certificate}`;
}

/** One host's time (nhiệm kỳ của máy giữ sảnh): of two the higher term holds, of equal ones the higher device. */
export const reignSchema = z.object({ term: z.int().min(1).max(1_000_000), device: idSchema });
export type Reign = z.output<typeof reignSchema>;

export function reignOrder(a: Reign, b: Reign): number {
  return compareReigns({ ...a, host: a.device }, { ...b, host: b.device });
}

/** How far a log stands at a machine. */
export const heldSchema = z.object({ log: idSchema, seq: z.int().min(0) });

/** The first line of either side. */
export const helloSchema = z.object({
  hall: z.literal(HALL_VERSION),
  /** Id of the province. */
  server: idSchema,
  office: keySchema,
  device: idSchema,
  /** Which database this is: another one begins anew. */
  store: idSchema,
  name: textSchema(60),
  counter: keySchema,
  role: hallRoleSchema,
  /** Where it listens. */
  port: portSchema,
  proof: base64urlSchema(128),
  nonce: base64urlSchema(64),
  /** Set while it is the host. */
  hosting: reignSchema.nullable(),
  /** The last reign it knows of, its own or another's. */
  last: reignSchema.nullable(),
  /** How far it has the last host's log. */
  held: heldSchema.nullable(),
  members: z.array(memberSchema).max(200),
});
export type Hello = z.output<typeof helloSchema>;

/** A message of either side. `ask` wants an answer of the same number. */
export const frameSchema = z.union([
  z.object({ ask: z.int().min(0), name: z.string().max(40), body: z.unknown() }),
  z.object({ answer: z.int().min(0), body: z.unknown() }),
  z.object({ refuse: z.int().min(0), code: z.string().max(40), params: z.record(z.string(), z.string()) }),
  z.object({ tell: z.string().max(40), body: z.unknown() }),
]);
export type Frame = z.output<typeof frameSchema>;

/** tell `beat`, twice a second while linked. */
export const beatSchema = z.object({
  hosting: reignSchema.nullable(),
  /** How far the host's own log stands. */
  held: heldSchema.nullable(),
  /** Of the host: ms since which nobody else has what it wrote. Older releases do not say. */
  aloneFor: z.number().min(0).nullable().default(null),
  /** Port at which phones get its pages; null: it has none. Older releases do not say. */
  phones: portSchema.nullable().default(null),
  /** Ticket printers that cannot print: its own; of the host, all it knows of. Older releases do not say. */
  papers: z.array(paperSaidSchema).max(60).catch([]),
});

/** ask `offer`: which of these are unknown to you? */
export const offerSchema = z.object({ ids: z.array(idSchema).max(5000) });
export const wantedSchema = z.object({ ids: z.array(idSchema).max(5000) });

/** ask `events`: answered once they are on the disk. */
export const toldEventsSchema = z.object({
  /** Each read on its own: one of a newer release must not hide the others. */
  events: z.array(z.unknown()).min(1).max(MAX_TOLD_EVENTS),
});
export const toldEventSchema = z.object({ event: logEventSchema, verdict: verdictSchema.nullable() });
/** ask `begun`, before the first events of a log that its desk has begun itself: how it did. An older release refuses it. */
export const begunSchema = beginningSchema;
export const keptSchema = z.object({
  /** Of them, those that could not be taken: not their desk's, or against what is known here. */
  strange: z.int().min(0),
});

/** ask `pair`: the joining machine proves that its person has read the host's code. */
export const pairSchema = z.object({ proof: hashSchema });
/** The host proves the same, and names everybody. */
export const pairedSchema = z.object({ proof: hashSchema, members: z.array(memberSchema).max(200) });

/** tell `members`: something about them has changed. */
export const membersSchema = z.object({ members: z.array(memberSchema).max(200) });
