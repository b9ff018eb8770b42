import type { CivilDate } from '../calendar/civil-date.ts';
import { dayOnSlip } from './slip-words.ts';

/** The part of an office's row that slips need. */
export interface OfficeRow {
  readonly name: string;
  readonly shortName: string;
  readonly authority: string;
  readonly placeName: string;
}

/** An office as a slip names it. */
export interface SlipOffice {
  /** Cơ quan chủ quản, first line of the head: "UBND PHƯỜNG SA ĐÉC". */
  readonly authority: string;
  /** Bold lines of the head: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG". */
  readonly centre: string;
  /** Bộ phận Tiếp nhận và Trả kết quả: "Trung tâm PVHCC phường Sa Đéc". */
  readonly point: string;
  /** Địa danh before the date: "Sa Đéc". */
  readonly place: string;
}

/** The unit's own name stands in the authority's line already, so the centre's line leaves it out. */
export function officeOnSlip(office: OfficeRow): SlipOffice {
  const { name, shortName, authority, placeName } = office;
  const ownName = name.endsWith(` ${shortName}`) ? name.slice(0, -shortName.length - 1) : name;
  return {
    authority: authority.toUpperCase(),
    centre: ownName.toUpperCase(),
    point: name.replace('Phục vụ hành chính công', 'PVHCC'),
    place: placeName,
  };
}

export type HeadField = 'authority' | 'centre' | 'placeDate';

/** Cơ quan, địa danh and date at the head of a form. */
export function headTexts(office: SlipOffice, date: CivilDate): Record<HeadField, string> {
  return {
    authority: office.authority,
    centre: office.centre,
    placeDate: `${office.place}, ${dayOnSlip(date)}`,
  };
}
