import type { UncollectedRule } from '../results/uncollected.ts';
import type { Bilingual } from '../text.ts';

/** How a dossier reaches the office (kênh nộp): trực tiếp, trực tuyến, bưu chính công ích. */
export type Channel = 'DIRECT' | 'ONLINE' | 'POSTAL';

/**
 * Unit of a time limit (thời hạn giải quyết). SAME_DAY: trong ngày, received after 15:00 the next working day.
 * UNKNOWN: the published text gives no usable unit, so the officer enters the date with its basis.
 */
export type TimeUnit = 'WORKING_DAY' | 'DAY' | 'SAME_DAY' | 'UNKNOWN';

/** One row of the published time limits. `channel` null stands for every channel. */
export interface TimeRule {
  readonly channel: Channel | null;
  /** Number of units; 0 with SAME_DAY, null with UNKNOWN. */
  readonly value: number | null;
  readonly unit: TimeUnit;
  /** Where the number was read: law and article, or the text of the portal. */
  readonly basis: string;
  /** False: the number contradicts itself or the law, so it is shown but never used without a person. */
  readonly certain: boolean;
}

/** Phải nộp (handed in) or chỉ xuất trình (shown only: no copy may be demanded). */
export type PaperGroup = 'submit' | 'present';

/**
 * When a paper is needed in the cases it belongs to. `always`; `case`: when its `condition` is met;
 * `if-not-in-database`: only when the data cannot be looked up (Điều 4 khoản 2a NĐ 118/2025 as amended by
 * NĐ 309/2026); `if-any`: nếu có.
 */
export type PaperNeed = 'always' | 'case' | 'if-not-in-database' | 'if-any';

/** What the desk itself knows about a paper: an ID card just read, residence, an authorisation (ủy quyền). */
export type PaperRole = 'form' | 'identity' | 'residence' | 'authorisation';

/** One paper of a dossier (thành phần hồ sơ). */
export interface PaperRule {
  /** Unique in its procedure and kept for ever: marks of old dossiers refer to it. */
  readonly id: string;
  readonly name: string;
  readonly group: PaperGroup;
  /** Bản chính, bản sao, bản sao có chứng thực. All 0: only information is given, no paper. */
  readonly originals: number;
  readonly copies: number;
  readonly certifiedCopies?: number;
  readonly need: PaperNeed;
  /** "Khi …": required with need `case`. */
  readonly condition?: string;
  /** Ids of the cases it belongs to; absent: every case. */
  readonly cases?: readonly string[];
  readonly role?: PaperRole;
  /** Papers of one set: any one of them is enough (một trong các giấy tờ). */
  readonly oneOf?: string;
  /** Official form number, e.g. "CT01 TT 53/2025/TT-BCA". */
  readonly form?: string;
  /** What to bring, in the words of the guidance slip, where the counts do not say it. */
  readonly bring?: string;
  readonly note?: string;
  readonly legal?: string;
}

/**
 * A fee (phí, lệ phí). Amounts are whole đồng. `council`: the provincial council (HĐND tỉnh) sets the amount and
 * the officer enters it; `unknown`: not published clearly, the officer enters it; `perPage`: by pages of each copy.
 */
export type FeeAmount =
  | { readonly kind: 'free' }
  | { readonly kind: 'fixed'; readonly amount: number; readonly per: string }
  | {
      readonly kind: 'perPage';
      readonly firstPages: number;
      readonly first: number;
      readonly further: number;
      readonly maxPerCopy: number;
    }
  | { readonly kind: 'council'; readonly listed: number | null; readonly per: string }
  | { readonly kind: 'unknown'; readonly listed: number | null; readonly per: string };

export interface FeeRule {
  readonly channel: Channel | null;
  readonly what: string;
  readonly amount: FeeAmount;
  readonly legal: string;
  /** Who pays nothing (miễn), in the words of the law. */
  readonly exempt?: readonly string[];
}

/** A case (trường hợp) of a procedure, chosen before the papers. */
export interface ProcedureCase {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  /** When to choose it, in plain Vietnamese. */
  readonly when: string;
  readonly times: readonly TimeRule[];
  readonly fees: readonly FeeRule[];
  /** Where the case comes from: law and article, or the portal's text. */
  readonly source: string;
  /** Why a case has no paper at all. */
  readonly note?: string;
}

/** Kind of authority that decides (cơ quan có thẩm quyền). */
export type CompetentLevel = 'commune' | 'police' | 'province';

/** Kind of unit that does the work; names per office stand in the office table. */
export type UnitRole = 'chancellery' | 'economy' | 'culture-society' | 'police' | 'land-registry';

export interface Competent {
  readonly level: CompetentLevel;
  readonly unit: UnitRole;
  /** The usual name of that unit: "Văn phòng HĐND và UBND". */
  readonly unitName: string;
  /** False: no published decision names the unit; an administrator confirms it. */
  readonly sourced: boolean;
  readonly note?: string;
}

/** What a wait of the citizen does to the clock (decision 6; NĐ 61/2018 Điều 19.4 for supplements). */
export interface ClockRule {
  readonly supplement: 'restart' | 'resume';
  readonly financial: 'restart' | 'resume';
}

export interface ProcedureField {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** An administrative procedure (thủ tục hành chính) as published, with the cases an officer chooses from. */
export interface Procedure {
  /** National code N.NNNNNN. */
  readonly code: string;
  /** Official name, as printed in field 11 of Mẫu 01. */
  readonly name: string;
  /** What the officer reads. */
  readonly shortName: string;
  /** Our translation of the official name, published by nobody: for English screens, beside the Vietnamese one; on no slip. */
  readonly nameEn: string;
  readonly field: ProcedureField;
  /** Decision that publishes it (quyết định công bố), null where not known. */
  readonly decision: string | null;
  readonly levels: readonly string[];
  /** What people at the counter call it. */
  readonly everydayNames: readonly string[];
  readonly competent: Competent;
  /** Result given at once, no Mẫu 01 unless asked (fast lane). */
  readonly fastLane: boolean;
  readonly papers: readonly PaperRule[];
  readonly cases: readonly ProcedureCase[];
  readonly feeNote: string;
  readonly clock: ClockRule;
  readonly result: string;
  readonly resultCodes: readonly string[];
  readonly notes: readonly string[];
  /** What is not confirmed, for the administrator. */
  readonly uncertain: readonly string[];
  readonly source: string;
  /** Suggested place in a list before a counter has its own usage counts; 1 first. */
  readonly rank: number;
  /** First and last date (YYYY-MM-DD, Vietnam) of receipt this text is for; null: open. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** A known coming change: the text must be looked through before that date. */
  readonly review: { readonly before: string; readonly reason: Bilingual } | null;
}

/** A dated edition of all procedures. A dossier keeps the version it was received under. */
export interface Catalogue {
  /** Date of the edition and its running number: "2026-11-23.1". */
  readonly version: string;
  readonly validFrom: string;
  readonly source: string;
  readonly fields: readonly ProcedureField[];
  readonly procedures: readonly Procedure[];
  /** When somebody is reminded of a result nobody collects; empty in editions before there was such a rule. */
  readonly uncollected: readonly UncollectedRule[];
}

/** The text of a procedure in force on a date (YYYY-MM-DD), or undefined. */
export function procedureAt(catalogue: Catalogue, code: string, date: string): Procedure | undefined {
  return catalogue.procedures.find(
    (p) => p.code === code && p.validFrom <= date && (p.validTo === null || date <= p.validTo),
  );
}

/** The case of that id, or undefined. */
export function caseOf(procedure: Procedure, caseId: string): ProcedureCase | undefined {
  return procedure.cases.find((c) => c.id === caseId);
}
