import type { ImportedPacket } from '../../contract/exchange/packet.ts';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import type { DossierSubmitted } from '../../domain/dossier/events/guidance.ts';
import { mayDo } from '../../domain/dossier/law.ts';
import type { DossierView } from '../../domain/dossier/view.ts';
import { foldStored } from '../push/fold.ts';
import { eventsOf } from '../store/events.ts';
import type { Tx } from '../store/pool.ts';
import type { PortalPlace } from '../store/portal.ts';
import { writePortal, type PortalPorts, type Told } from './write.ts';

/** National status 7: công dân yêu cầu rút hồ sơ. */
const WITHDRAWN = '7';

/** A packet sent again with other content: what has changed is told to whoever works on the dossier. */
export async function tellAgain(
  ports: PortalPorts,
  tx: Tx,
  place: PortalPlace,
  dossier: string,
  submitted: DossierSubmitted,
  packet: ImportedPacket,
): Promise<{ readonly written: boolean; readonly isErased: boolean; readonly grown: ReadonlySet<string> }> {
  const view = foldStored(dossier, await eventsOf(tx, dossier));
  // What the law has taken away does not come in again by the portal.
  const isErased = view !== null && view.erasures.length > 0;
  const told = view === null || isErased ? null : toldOf(view, submitted, packet, localDateTime(ports.clock.now()));
  if (view === null || told === null) return { written: false, isErased, grown: new Set() };
  const { grown } = await writePortal(ports, tx, place, { id: dossier, after: view.heads }, told);
  return { written: true, isErased, grown };
}

function toldOf(view: DossierView, submitted: DossierSubmitted, packet: ImportedPacket, at: string): Told | null {
  if (packet.TrangThaiHoSo === WITHDRAWN && mayDo(view, 'dossier.withdrawalRequested') === 'allowed') {
    const { applicant } = submitted.intake;
    const reason = packet.GhiChu === '' ? 'yêu cầu rút trên cổng' : packet.GhiChu;
    return {
      type: 'dossier.withdrawalRequested',
      body: { by: applicant?.name ?? '', reason: reason.slice(0, 500).toWellFormed(), at },
    };
  }
  const changed = changes(view.submitted, submitted);
  const withdrawn = packet.TrangThaiHoSo === WITHDRAWN ? ['công dân yêu cầu rút hồ sơ'] : [];
  const words = [...withdrawn, ...changed];
  if (words.length === 0 || mayDo(view, 'dossier.noted') === 'never') return null;
  return {
    type: 'dossier.noted',
    body: { text: `Cổng gửi lại hồ sơ: ${words.join('; ')}`.slice(0, 2000).toWellFormed(), at },
  };
}

/** What a counter would want to know, in words. */
function changes(before: DossierSubmitted | null, after: DossierSubmitted): string[] {
  if (before === null) return [];
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  const person = ({ intake }: DossierSubmitted) => {
    const { applicant } = intake;
    return applicant === null ? null : { ...applicant, source: null };
  };
  const names = (list: DossierSubmitted['papers']): string => list.map(({ name }) => name).join(', ');
  return [
    differs(person(before), person(after)) ? `người nộp là ${after.intake.applicant?.name ?? ''}` : '',
    before.intake.procedure.code === after.intake.procedure.code
      ? ''
      : `thủ tục ${after.intake.procedure.code} ${after.intake.procedure.shortName}`,
    differs(before.papers, after.papers) ? `giấy tờ nay gồm ${names(after.papers)}` : '',
    differs(before.fee, after.fee) ? `lệ phí ${after.fee.amount} đồng, ${after.fee.paid ? 'đã' : 'chưa'} nộp` : '',
    before.note === after.note ? '' : `ghi chú “${after.note.replaceAll('\n', ', ')}”`,
  ].filter((words) => words !== '');
}
