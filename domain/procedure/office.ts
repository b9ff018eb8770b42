import type { Competent, UnitRole } from './catalogue.ts';

/** Kinds of office (decision 7). A commune centre is a Trung tâm Phục vụ hành chính công of a xã or phường. */
export type OfficeKind = 'commune-centre' | 'provincial-centre' | 'processing-unit' | 'provincial-agency';

/** Prefix of dossier codes (mã định danh cơ quan). `sure` false: a demonstration value an administrator replaces. */
export interface CodePrefix {
  readonly value: string;
  readonly sure: boolean;
  readonly source: string;
}

export interface Office {
  readonly id: string;
  readonly kind: OfficeKind;
  /** "Trung tâm Phục vụ hành chính công phường Sa Đéc". */
  readonly name: string;
  /** "phường Sa Đéc". */
  readonly shortName: string;
  /** First line of a slip's head: "UBND PHƯỜNG SA ĐÉC". */
  readonly authority: string;
  /** Place name before the date on a slip: "Sa Đéc". */
  readonly placeName: string;
  /** Code of the administrative unit (QĐ 19/2025/QĐ-TTg), null above the commune. */
  readonly unitCode: string | null;
  readonly parent: string | null;
  readonly role: UnitRole | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly codePrefix: CodePrefix | null;
  readonly note?: string;
}

/** A unit every commune has; its office id is the commune's with the role: "xa-29905/economy". */
export interface UnitTemplate {
  readonly role: UnitRole;
  readonly nameXa: string;
  readonly namePhuong: string;
  readonly sourced: boolean;
  readonly note: string;
}

export interface OfficeTable {
  readonly version: string;
  readonly validFrom: string;
  readonly source: string;
  readonly unitTemplates: readonly UnitTemplate[];
  readonly offices: readonly Office[];
}

const isPhuong = (office: Office): boolean => office.shortName.startsWith('phường');

/** The processing units of one commune centre, made from the templates. */
export function unitsOf(table: OfficeTable, commune: Office): readonly Office[] {
  if (commune.kind !== 'commune-centre') return [];
  return table.unitTemplates.map((t) => {
    const unit = isPhuong(commune) ? t.namePhuong : t.nameXa;
    return {
      id: `${commune.id}/${t.role}`,
      kind: 'processing-unit',
      name: `${unit} ${commune.shortName}`,
      shortName: unit,
      authority: commune.authority,
      placeName: commune.placeName,
      unitCode: commune.unitCode,
      parent: commune.id,
      role: t.role,
      address: null,
      phone: null,
      codePrefix: null,
    };
  });
}

/** Every office: the rows of the table and each commune's processing units. */
export function allOffices(table: OfficeTable): readonly Office[] {
  return table.offices.flatMap((o) => [o, ...unitsOf(table, o)]);
}

/** The unit that works on a procedure for a given receiving centre: the commune's own, or the province's. */
export function processingUnit(table: OfficeTable, competent: Competent, receiving: Office): Office | undefined {
  if (competent.level === 'province') {
    return table.offices.find((o) => o.kind === 'provincial-agency' && o.role === competent.unit);
  }
  return unitsOf(table, receiving).find((u) => u.role === competent.unit);
}
