/**
 * How long a document of slips is, for whoever makes its PDF. A page of a dense list takes Chromium about 50 ms; the
 * structure for screen readers makes a book of hundreds of pages eight times as large, so books have none.
 */
const MS_A_SHEET = 250;
const MOST_TAGGED_SHEETS = 40;

export function sheetsIn(html: string): number {
  return html.match(/<section\b/g)?.length ?? 0;
}

/** Further time for a document of that many sheets, ms. */
export function timeFor(sheets: number): number {
  return sheets * MS_A_SHEET;
}

export function isTagged(sheets: number): boolean {
  return sheets <= MOST_TAGGED_SHEETS;
}
