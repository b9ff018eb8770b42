import { z } from 'zod';
import type { ImportedPacket } from '../../contract/exchange/packet.ts';
import { sha256 } from '../../contract/signing.ts';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import type { DossierSubmitted } from '../../domain/dossier/events/guidance.ts';
import { mayDo } from '../../domain/dossier/law.ts';
import type { DossierView } from '../../domain/dossier/view.ts';
import { foldStored } from '../push/fold.ts';
import { eventsOf } from '../store/events.ts';
import type { Tx } from '../store/pool.ts';
import type { PortalPlace } from '../store/portal.ts';
import type { ImportedTable } from '../store/tables.ts';
import { writePortal, type PortalPorts, type Told } from './write.ts';

/** National status 7: công dân yêu cầu rút hồ sơ. */
const WITHDRAWN = '7';
/** 3 không tiếp nhận, 8 dừng xử lý, 9 xử lý xong, 10 đã trả: a wish to withdraw is not taken back by these. */
const ENDED: ReadonlySet<string> = new Set(['3', '8', '9', '10']);

/** What a packet says that a counter would want to know, by its hashes. */
const saidSchema = z.object({
  /** Its own hash: where the row has another, an instance of the release before has taken one in since. */
  packet: z.string(),
  withdrawn: z.boolean(),
  person: z.string(),
  procedure: z.string(),
  papers: z.string(),
  fee: z.string(),
  note: z.string(),
});
type Kept = z.infer<typeof saidSchema>;
type Said = Omit<Kept, 'packet'>;

interface Change {
  readonly before: Said;
  readonly after: Said;
}

/**
 * A packet sent again with other content: what has changed since the one before is told to whoever works on the dossier,
 * what was put back to what it first was too.
 */
export async function tellAgain(
  ports: PortalPorts,
  tx: Tx,
  place: PortalPlace,
  known: ImportedTable,
  submitted: DossierSubmitted,
  { packet, hash }: { readonly packet: ImportedPacket; readonly hash: string },
): Promise<{
  readonly written: boolean;
  readonly isErased: boolean;
  readonly grown: ReadonlySet<string>;
  /** To be kept with the packet's hash. */
  readonly told: string | null;
}> {
  const { dossier } = known;
  const view = foldStored(dossier, await eventsOf(tx, dossier));
  // What the law has taken away does not come in again by the portal.
  const isErased = view !== null && view.erasures.length > 0;
  if (view === null || isErased) return { written: false, isErased, grown: new Set(), told: null };
  const now = saidOf(submitted);
  const before = saidLast(known) ?? (view.submitted === null ? now : saidOf(view.submitted));
  const isWithdrawn = packet.TrangThaiHoSo === WITHDRAWN || (before.withdrawn && ENDED.has(packet.TrangThaiHoSo));
  const after = { ...now, withdrawn: isWithdrawn };
  const told = toldOf(view, { before, after }, submitted, packet, localDateTime(ports.clock.now()));
  // A wish to withdraw says nothing else: what was changed along with it is told by the packet that comes next.
  const said = told?.type === 'dossier.withdrawalRequested' ? { ...before, withdrawn: true } : after;
  const kept = JSON.stringify({ ...said, packet: hash } satisfies Kept);
  if (told === null) return { written: false, isErased, grown: new Set(), told: kept };
  const { grown } = await writePortal(ports, tx, place, { id: dossier, after: view.heads }, told);
  return { written: true, isErased, grown, told: kept };
}

/** What was told of the packet taken in last; null where that is not kept. */
function saidLast({ told, packet_hash: packet }: ImportedTable): Said | null {
  const said = told === null ? null : (saidSchema.safeParse(JSON.parse(told)).data ?? null);
  return said?.packet === packet ? said : null;
}

function saidOf({ intake, papers, fee, note }: DossierSubmitted): Said {
  const hashOf = (value: unknown): string => sha256(JSON.stringify(value));
  const { applicant, procedure } = intake;
  return {
    withdrawn: false,
    person: hashOf(applicant === null ? null : { ...applicant, source: null }),
    procedure: hashOf(procedure.code),
    papers: hashOf(papers),
    fee: hashOf(fee),
    note: hashOf(note),
  };
}

function toldOf(
  view: DossierView,
  said: Change,
  submitted: DossierSubmitted,
  packet: ImportedPacket,
  at: string,
): Told | null {
  if (packet.TrangThaiHoSo === WITHDRAWN && mayDo(view, 'dossier.withdrawalRequested') === 'allowed') {
    const { applicant } = submitted.intake;
    const reason = packet.GhiChu === '' ? 'yêu cầu rút trên cổng' : packet.GhiChu;
    return {
      type: 'dossier.withdrawalRequested',
      body: { by: applicant?.name ?? '', reason: reason.slice(0, 500).toWellFormed(), at },
    };
  }
  const words = changes(said, submitted);
  if (words.length === 0 || mayDo(view, 'dossier.noted') === 'never') return null;
  return {
    type: 'dossier.noted',
    body: { text: `Cổng gửi lại hồ sơ: ${words.join('; ')}`.slice(0, 2000).toWellFormed(), at },
  };
}

/** What a counter would want to know, in words. */
function changes({ before, after }: Change, { intake, papers, fee, note }: DossierSubmitted): string[] {
  const differs = (part: keyof typeof after): boolean => before[part] !== after[part];
  const { applicant, procedure } = intake;
  const withdrawal = after.withdrawn ? 'công dân yêu cầu rút hồ sơ' : 'không còn ghi công dân yêu cầu rút hồ sơ';
  return [
    differs('withdrawn') ? withdrawal : '',
    differs('person') ? `người nộp là ${applicant?.name ?? ''}` : '',
    differs('procedure') ? `thủ tục ${procedure.code} ${procedure.shortName}` : '',
    differs('papers') ? `giấy tờ nay gồm ${papers.map(({ name }) => name).join(', ')}` : '',
    differs('fee') ? `lệ phí ${fee.amount} đồng, ${fee.paid ? 'đã' : 'chưa'} nộp` : '',
    differs('note') ? `ghi chú “${note.replaceAll('\n', ', ')}”` : '',
  ].filter((text) => text !== '');
}
