/** An amount of đồng as typed: "2.500.000", "2500000"; null where nothing is typed. */
export function typedAmount(text: string): number | null | 'wrong' {
  const digits = text.trim().replace(/(?<=\d)[.,\s](?=\d{3}(?:\D|$))/g, '');
  if (digits === '') return null;
  const amount = /^\d{1,12}$/.test(digits) ? Number(digits) : NaN;
  return Number.isSafeInteger(amount) ? amount : 'wrong';
}
