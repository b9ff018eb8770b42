import { z } from 'zod';
import {
  courierContentSchema,
  courierHeader,
  MAX_REMAINS,
  openCourier,
  sealCourier,
  type CourierAnswer,
  type CourierContent,
  type CourierHeader,
} from '../../contract/courier.ts';
import { sha256 } from '../../contract/signing.ts';
import type { PushReply } from '../../contract/sync.ts';
import { refusalOf } from '../errors.ts';
import { Refusal } from '../problem.ts';
import { deviceById } from '../store/devices.ts';
import { beginLog, logWithKey } from '../store/logs.ts';
import { provinceOf } from '../store/province.ts';
import { inTransaction } from '../store/transaction.ts';
import { beginAsSigned } from './begin.ts';
import { push, type PushPorts, type Sender } from './push.ts';

export interface CourierRead {
  /** The sealed answer, for whoever made the file. */
  readonly answer: Buffer;
  readonly device: string | null;
  readonly replies: CourierAnswer['replies'];
  /** What kept batches from being taken where it was no refusal: faults of this program. */
  readonly faults: readonly unknown[];
}

/**
 * Reads a courier file and takes its batches as `push` would: in any order, any number of times.
 * @param remainsToo also one saved from a desk that is no more, which no device has signed (its events each are signed)
 * @throws Refusal 400 CT-01, 409 CT-02, 403 DT-03 for a maker this province does not know
 */
export async function readCourier(
  ports: PushPorts,
  file: Uint8Array,
  { remainsToo }: { readonly remainsToo: boolean },
): Promise<CourierRead> {
  const header = courierHeader(file);
  if (header === null || header.kind !== 'send') throw new Refusal(400, 'CT-01');
  const province = await provinceOf(ports.db);
  if (province === null || header.province !== province.server) throw new Refusal(409, 'CT-02');
  const maker = await makerOf(ports, header, remainsToo);
  const most = remainsToo ? MAX_REMAINS : undefined;
  const content = openCourier(file, header, ports.key, courierContentSchema, most);
  if (content === null) throw new Refusal(400, 'CT-01');
  const now = ports.clock.now();
  const { begin, begun } = content;
  if (begin !== null && maker !== null && !maker.revoked) {
    await inTransaction(ports.db, (tx) => beginLog(tx, maker, begin, now));
  }
  // Colleagues' logs, each in its own desk's words: of the maker's office; of a dead desk's remains, which nobody has signed, of any.
  if (maker?.revoked !== true) {
    for (const beginning of begun) await beginAsSigned(ports.db, maker?.office ?? null, beginning, now);
  }
  const replies: CourierAnswer['replies'] = [];
  const faults: unknown[] = [];
  for (const batch of content.batches) {
    const sender = maker ?? (await remainsOf(ports, batch.log));
    try {
      if (sender === null) throw new Refusal(403, 'DT-03');
      for (const reply of await pushAll(ports, sender, batch)) replies.push({ log: batch.log, reply });
    } catch (error) {
      const refusal = refusalOf(error);
      // The database is away: the file is read again once it is back, and nothing of it is doubled.
      if (refusal.status === 503) throw error;
      // What it stumbles over holds up its own log, not what others have sent with it for days.
      if (refusal.status >= 500) faults.push(error);
      replies.push({ log: batch.log, refused: refusal.code });
    }
  }
  const seal = {
    kind: 'answer' as const,
    province: province.server,
    device: header.device,
    signer: ports.key,
    to: header.key,
  };
  return { answer: sealCourier(seal, { of: sha256(file), at: now, replies }), device: header.device, replies, faults };
}

type Batch = CourierContent['batches'][number];

/**
 * Takes a batch as far as it goes. Of a colleague's log, what stands in another place is answered, and what follows goes on
 * behind it: over the line whoever brings it asks again, here the next question is days away. The maker's own log waits for it.
 */
async function pushAll(ports: PushPorts, sender: Sender, batch: Batch): Promise<PushReply[]> {
  const replies = [await push(ports, sender, batch)];
  const isOwn = sender.isRemains !== true && (await logWithKey(ports.db, batch.log))?.device === sender.device;
  for (let { events } = batch; ;) {
    const { verdicts, elsewhere = [] } = replies.at(-1) ?? { verdicts: [] };
    const answered = new Set([
      ...verdicts.map(({ eventId }) => eventId),
      ...elsewhere.map(({ event }) => event.envelope.id),
    ]);
    events = events.filter((event) => !answered.has(idIn(event)));
    // What has no id has no place either, and would be refused.
    if (isOwn || elsewhere.length === 0 || idIn(events[0]) === '') return replies;
    replies.push(await push(ports, sender, { ...batch, events }));
  }
}

/** Of an event as it came; '' where it has none. */
function idIn(event: unknown): string {
  return z.object({ envelope: z.object({ id: z.string() }) }).safeParse(event).data?.envelope.id ?? '';
}

/** Null: nobody's, saved from a desk that is no more. @throws Refusal 403 DT-03 */
async function makerOf({ db }: PushPorts, header: CourierHeader, remainsToo: boolean): Promise<Sender | null> {
  if (header.device === null) {
    if (!remainsToo) throw new Refusal(403, 'DT-03');
    return null;
  }
  const row = await deviceById(db, header.device);
  if (row === null || row.public_key !== header.key) throw new Refusal(403, 'DT-03');
  return { device: row.id, office: row.office, revoked: row.revoked_at !== null };
}

/** The desk that is no more, as the sender of what it left behind. */
async function remainsOf({ db }: PushPorts, log: string): Promise<Sender | null> {
  const row = await logWithKey(db, log);
  if (row === null) return null;
  return { device: row.device, office: row.office, revoked: false, isRemains: true };
}
