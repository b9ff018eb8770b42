import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { DossierReceived } from '../dossier/events/receipt.ts';
import { stateFacts } from '../dossier/states.ts';
import type { DossierView, Movement } from '../dossier/view.ts';

/**
 * One line of the register of dossiers (Sổ theo dõi hồ sơ, Mẫu 07 of TT 03/2025/TT-VPCP; a provincial print has the
 * first eleven columns, the form of 2018 adds sets, both handovers and remarks). Text is what stands on paper: Vietnamese.
 */
export interface RegisterRow {
  readonly dossierId: string;
  /** TT: running number of the year, given by the province; null until then (cấp sau). */
  readonly number: number | null;
  readonly code: string;
  /** Tên TTHC. */
  readonly procedure: string;
  /** Tên cá nhân, tổ chức. */
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  /** Số lượng hồ sơ (bộ). */
  readonly sets: number;
  /** Cơ quan chủ trì giải quyết. */
  readonly unit: string;
  readonly receivedAt: LocalDateTime;
  /** Chuyển hồ sơ đến cơ quan giải quyết. */
  readonly handedOverAt: LocalDateTime | null;
  /** Nhận kết quả từ cơ quan giải quyết. */
  readonly resultAt: LocalDateTime | null;
  /** Hẹn trả kết quả: as promised at receipt; a later promise stands in the remarks. */
  readonly dueAt: LocalDateTime | null;
  readonly returnedAt: LocalDateTime | null;
  readonly resultWay: DossierReceived['resultWay'];
  /** Ghi chú. */
  readonly remarks: readonly string[];
}

/** Lines of a page on the screen. */
export const REGISTER_PAGE = 60;
/** Lines of one printed part: some hundred pages. */
export const REGISTER_PRINT = 2000;

/** Phương thức nhận kết quả. */
export const resultWayWords: Readonly<Record<DossierReceived['resultWay'], string>> = {
  counter: 'Trực tiếp',
  post: 'Bưu chính',
  electronic: 'Điện tử',
};

/** The line of a dossier, or null where it was never received. `officeName` names an office by its id. */
export function registerRow(
  view: DossierView,
  number: number | null,
  officeName: (id: string) => string,
): RegisterRow | null {
  const { received, intake, custody, result, clock } = view;
  if (received === null) return null;
  const elsewhere = intake.competentOffice !== intake.receivingOffice;
  const handedOver = custody.movements.find(given);
  const back = custody.movements.findLast((movement) => movement.purpose === 'result' && movement.takenAt !== null);
  return {
    dossierId: view.id,
    number,
    code: view.codes[0] ?? '',
    procedure: intake.procedure.name,
    name: intake.applicant?.name ?? '',
    address: intake.applicant?.address ?? '',
    phone: intake.applicant?.phone ?? '',
    sets: received.sets,
    unit: elsewhere ? `${intake.processingUnit}, ${officeName(intake.competentOffice)}` : intake.processingUnit,
    receivedAt: received.receivedAt,
    handedOverAt: handedOver?.givenAt ?? null,
    resultAt: back?.takenAt ?? null,
    dueAt: clock.firstDue,
    // Given at once, it was returned when it was received.
    returnedAt: received.fastLane ? received.receivedAt : (result.returned?.at ?? null),
    resultWay: received.resultWay,
    remarks: remarksOn(view),
  };
}

function given({ purpose, givenAt }: Movement): boolean {
  return (purpose === 'processing' || purpose === 'transfer') && givenAt !== null;
}

function remarksOn(view: DossierView): string[] {
  const { state, clock, rounds, codes, intake } = view;
  const remarks: string[] = [];
  if (intake.channel === 'ONLINE') remarks.push('Nộp trực tuyến');
  if (intake.channel === 'POSTAL') remarks.push('Nộp qua bưu chính');
  if (codes.length > 1) remarks.push(`Mã khác: ${codes.slice(1).join(', ')}`);
  if (rounds.length > 0) remarks.push(`Yêu cầu bổ sung ${rounds.length} lần`);
  if (clock.dueAt !== null && clock.dueAt !== clock.firstDue) remarks.push(`Hẹn lại ${written(clock.dueAt)}`);
  if (state === 'stopped' || state === 'cancelled' || state === 'archived') remarks.push(stateFacts[state].name.vi);
  return remarks;
}

/** "17 giờ 00, 27/11/2026". */
function written(at: LocalDateTime): string {
  return `${at.slice(11, 13)} giờ ${at.slice(14, 16)}, ${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`;
}
