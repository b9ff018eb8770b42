import type { Cast } from '../cast.ts';

/** The day's end: the drawer counted note by note, the day closed, both on paper. */
export async function closeTheDay({ officer, keepPdf }: Cast, date: string): Promise<void> {
  const { cash } = await officer.call('day.get', { date });
  await officer.call('cash.count', {
    date,
    opening: 0,
    pieces: piecesOf(Math.max(0, cash.cash)),
    note: '',
  });
  const list = await officer.call('cash.print', { date, counter: null });
  await keepPdf(officer, list.slip.slipId, 'danh-sach-thu-phi');
  await officer.call('day.close', { date, note: 'Tour' });
  const page = await officer.call('day.print', { date });
  await keepPdf(officer, page.slip.slipId, 'chot-ngay');
}

/** A sum in the fewest notes. Đồng. */
function piecesOf(sum: number): { value: number; count: number }[] {
  let left = sum;
  return [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000].flatMap((value) => {
    const count = Math.floor(left / value);
    left -= count * value;
    return count === 0 ? [] : [{ value, count }];
  });
}

/** The year's register: pages of Mẫu 07 and a workbook. */
export async function keepRegister({ officer }: Cast, save: (name: string, bytes: Buffer) => void): Promise<void> {
  const filter = { year: 2026, from: null, to: null, field: null, timeliness: 'all' as const };
  const pdf = await officer.call('book.pdf', filter);
  save('so-theo-doi-mau-07.pdf', Buffer.from(pdf.bytes, 'base64url'));
  const workbook = await officer.call('book.workbook', filter);
  save('so-theo-doi.xlsx', Buffer.from(workbook.bytes, 'base64url'));
}
