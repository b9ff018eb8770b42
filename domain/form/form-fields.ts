import { cashListFields } from './cash-list-fields.ts';
import { dayCloseFields } from './day-close-fields.ts';
import { guidanceSheetFields } from './guidance-sheet-fields.ts';
import { handoverListFields } from './handover-list-fields.ts';
import { mau01Fields } from './mau-01-fields.ts';
import { mau02Fields } from './mau-02-fields.ts';
import { mau03Fields } from './mau-03-fields.ts';
import { mau04Fields } from './mau-04-fields.ts';
import { mau05Fields } from './mau-05-fields.ts';
import { mau06Fields } from './mau-06-fields.ts';
import { mau07Fields } from './mau-07-fields.ts';
import type { SlipForm } from './slip-values.ts';

/** What a form can show, by the names its template uses. */
export interface FormFields {
  /** Field → what the office calls it. */
  readonly texts: Readonly<Record<string, string>>;
  /** Fields and whole tables no edition may leave out. */
  readonly obligatory: readonly string[];
  /** Codes no edition may leave out: a unit, a counter or the hall reads them. */
  readonly obligatoryCodes?: readonly ('barcode' | 'qr')[];
  /** Cells of each table, in the order of the values; new ones are only ever added at the end. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const formFields: Readonly<Record<SlipForm, FormFields>> = {
  '01': mau01Fields,
  '02': mau02Fields,
  '03': mau03Fields,
  '04': mau04Fields,
  '05': mau05Fields,
  '06': mau06Fields,
  '07': mau07Fields,
  'handover-list': handoverListFields,
  'guidance-sheet': guidanceSheetFields,
  'day-close': dayCloseFields,
  'cash-list': cashListFields,
};

/** Names of a table's cells, in the order of the values; empty where the form has no such table. */
export function tableCells(form: SlipForm, table: string): readonly string[] {
  return Object.keys(formFields[form].tables[table] ?? {});
}
