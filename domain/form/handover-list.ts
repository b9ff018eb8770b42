import { type CivilDate, dateOf, type LocalDateTime } from '../calendar/civil-date.ts';
import type { HandoverListField } from './handover-list-fields.ts';
import { copyText, type CopyMark } from './slip-marks.ts';
import { headTexts, type SlipOffice } from './slip-office.ts';
import { filled, type SlipValues } from './slip-values.ts';
import { count, momentOnSlip, sentence, shortDay, shortMoment, unbroken } from './slip-words.ts';

/** One dossier of a batch (lô bàn giao). */
export interface HandedDossier {
  /** With its temporary mark, where it has one, in `note`. */
  readonly code: string;
  readonly procedure: string;
  readonly sets: number;
  /** Papers in the original. */
  readonly originals: number;
  readonly applicant: string;
  readonly address: string;
  readonly phone: string;
  readonly receivedOn: CivilDate;
  readonly dueOn: CivilDate | null;
  /** Ngày nhận kết quả, filled in later; null as a rule. */
  readonly resultOn: CivilDate | null;
  readonly note: string;
}

/** A dossier that should have gone with the batch and was not found. */
export interface MissingDossier {
  readonly code: string;
  readonly applicant: string;
  readonly procedure: string;
  /** Người giữ sau cùng: "Nguyễn Minh Tâm, Quầy 1". */
  readonly lastHolder: string;
  readonly since: LocalDateTime;
}

export interface HandoverListInput {
  readonly office: SlipOffice;
  /** "Lô 18". */
  readonly batch: string;
  /** Content of the batch's barcode, printed below it. */
  readonly batchCode: string;
  /** Content of the batch's QR; empty: none. */
  readonly qr: string;
  /** Nơi nhận: cơ quan chủ trì giải quyết. */
  readonly unit: string;
  readonly handedAt: LocalDateTime;
  /** Hạn bàn giao; null where nothing of the batch has one. */
  readonly deadline: LocalDateTime | null;
  readonly dossiers: readonly HandedDossier[];
  readonly missing: readonly MissingDossier[];
  /** Why the batch was closed without them; empty where nothing is missing. */
  readonly closedShort: string;
  readonly giver: string;
  /** Empty until somebody has signed for it. */
  readonly taker: string;
  /** Who confirms for the centre; empty where it is written in by hand. */
  readonly witness: string;
  readonly offline: boolean;
  readonly copy: CopyMark;
  readonly demo: boolean;
}

/** Danh sách bàn giao hồ sơ: not an official form, but signed by both sides every day; fields as other provinces print it. */
export function handoverList(input: HandoverListInput): SlipValues {
  const { dossiers, missing } = input;
  const sum = (of: (dossier: HandedDossier) => number): string =>
    count(dossiers.reduce((total, dossier) => total + of(dossier), 0));
  const texts: Record<HandoverListField, string> = {
    ...headTexts(input.office, dateOf(input.handedAt)),
    batch: input.batch,
    batchCode: input.batchCode,
    offlineMark: input.offline ? 'Chưa ghi nhận trên hệ thống tỉnh lúc in.' : '',
    unit: input.unit,
    handedAt: momentOnSlip(input.handedAt),
    deadline: input.deadline === null ? '' : momentOnSlip(input.deadline),
    total: count(dossiers.length),
    sets: sum(({ sets }) => sets),
    originals: sum(({ originals }) => originals),
    closedShort: missing.length === 0 ? '' : sentence(input.closedShort),
    missingCount: missing.length === 0 ? '' : count(missing.length),
    giver: input.giver,
    taker: input.taker,
    witness: input.witness,
    copy: copyText(input.copy),
  };
  return filled({
    form: 'handover-list',
    texts,
    tables: { dossiers: dossiers.map(dossierRow), missing: missing.map(missingRow) },
    codes: { barcode: input.batchCode, qr: input.qr },
    demo: input.demo,
  });
}

function dossierRow(dossier: HandedDossier, index: number): readonly string[] {
  const originals = dossier.originals === 0 ? '' : `${count(dossier.originals)} bản chính`;
  return [
    String(index + 1),
    dossier.code,
    dossier.procedure,
    count(dossier.sets),
    dossier.applicant,
    dossier.address,
    unbroken(dossier.phone),
    shortDay(dossier.receivedOn),
    dossier.dueOn === null ? 'trả ngay' : shortDay(dossier.dueOn),
    dossier.resultOn === null ? '' : shortDay(dossier.resultOn),
    [originals, dossier.note].filter((part) => part !== '').join(', '),
  ];
}

function missingRow(dossier: MissingDossier, index: number): readonly string[] {
  return [
    String(index + 1),
    dossier.code,
    dossier.applicant,
    dossier.procedure,
    dossier.lastHolder,
    shortMoment(dossier.since),
  ];
}
