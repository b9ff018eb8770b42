import type { DossierRefused } from '../dossier/events/guidance.ts';
import { foldText } from '../citizen/name.ts';
import type { Procedure } from '../procedure/catalogue.ts';
import type { Round } from '../dossier/view.ts';
import { dateOf } from '../calendar/civil-date.ts';
import { plainDate } from '../calendar/date-words.ts';

/** An office as far as a refusal needs it. */
export interface KnownOffice {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** "phường Sa Đéc". */
  readonly shortName: string;
  readonly address: string;
}

export interface RefusalFacts {
  readonly procedure: Procedure;
  /** Our own office. */
  readonly office: KnownOffice;
  readonly offices: readonly KnownOffice[];
  /** The provincial agency that decides, where one does. */
  readonly agency: KnownOffice | null;
  /** Nơi cư trú of the applicant, as it stands on the card. */
  readonly address: string;
  readonly rounds: readonly Round[];
}

export type Refusal = Pick<DossierRefused, 'why' | 'reason' | 'legalBasis' | 'rightAgency'>;

const ON_RECEIPT = 'Điều 17 Nghị định 118/2025/NĐ-CP, sửa đổi, bổ sung tại Nghị định 309/2026/NĐ-CP';

/**
 * What Mẫu 03 would say for a reason, proposed from the procedure's competent level and the table of offices; the
 * officer may change every word. A reason that only the officer can know is left empty.
 */
export function proposedRefusal(why: Refusal['why'], facts: RefusalFacts): Refusal {
  const { procedure, rounds } = facts;
  const basis = procedure.decision === null ? ON_RECEIPT : `${ON_RECEIPT}; Quyết định ${procedure.decision}`;
  switch (why) {
    case 'wrong-authority': {
      const rightAgency = rightAgencyOf(facts);
      const whose = rightAgency === null ? 'cơ quan khác' : rightAgency.name;
      return {
        why,
        reason: `Thủ tục “${procedure.shortName}” thuộc thẩm quyền giải quyết của ${whose}`,
        legalBasis: basis,
        rightAgency,
      };
    }
    case 'not-supplemented': {
      const last = rounds.at(-1);
      const told = last === undefined ? '' : ` ngày ${plainDate(dateOf(last.at))}`;
      return {
        why,
        reason: `Hồ sơ đã được yêu cầu bổ sung${told} nhưng không được bổ sung đầy đủ`,
        legalBasis: basis,
        rightAgency: null,
      };
    }
    case 'not-allowed':
    case 'other':
      return { why, reason: '', legalBasis: basis, rightAgency: null };
  }
}

/** The reason offered first: not brought after it was asked for, else another authority where there is one. */
export function likelyReason({ procedure, rounds, office, address, offices }: RefusalFacts): Refusal['why'] {
  if (rounds.some((round) => round.answeredAt === null)) return 'not-supplemented';
  if (procedure.competent.level !== 'commune') return 'wrong-authority';
  const home = communeOf(address, offices);
  return home !== null && home.id !== office.id ? 'wrong-authority' : 'not-allowed';
}

function rightAgencyOf(facts: RefusalFacts): Refusal['rightAgency'] {
  const { procedure, office, offices, agency, address } = facts;
  const home = communeOf(address, offices) ?? (office.kind === 'commune-centre' ? office : null);
  switch (procedure.competent.level) {
    case 'province': {
      // An agency without an address of its own receives at the provincial centre.
      const centre = offices.find((row) => row.kind === 'provincial-centre') ?? null;
      if (agency === null) return centre === null ? null : { name: centre.name, address: centre.address };
      if (agency.address !== '') return { name: agency.name, address: agency.address };
      return { name: agency.name, address: centre === null ? '' : `nộp tại ${centre.name}, ${centre.address}` };
    }
    case 'police':
      return home === null ? null : { name: `Công an ${home.shortName}`, address: home.address };
    case 'commune':
      return home === null || home.id === office.id ? null : { name: home.name, address: home.address };
  }
}

/** The commune an address ends in: "…, phường Sa Đéc, tỉnh Đồng Tháp". */
export function communeOf<O extends KnownOffice>(address: string, offices: readonly O[]): O | null {
  const parts = address.split(',').map((part) => foldText(part.trim()));
  const communes = offices.filter((row) => row.kind === 'commune-centre');
  for (const part of parts.toReversed()) {
    const found = communes.filter((row) => foldText(row.shortName) === part);
    // Cards since 2024 leave "phường" out: a bare name counts where it is one office's alone.
    const bare =
      found.length > 0 ? found : communes.filter((row) => foldText(row.shortName.replace(/^\S+ /, '')) === part);
    const [only] = bare;
    if (only !== undefined && bare.length === 1) return only;
  }
  return null;
}
