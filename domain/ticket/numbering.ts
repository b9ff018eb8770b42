/**
 * The numbers of tickets (số thứ tự): a letter per series, counted from 1 each day. Desks that host the hall without
 * knowing of each other never print an equal number, because each reign counts in the block of its own log, and the
 * province never gives two logs of an office the same block of one day (`blockOf`). Block 0 is 001 to 999; block 3 is
 * 3001 to 3999, and where that is used up it goes on at 103001.
 */
const IN_BLOCK = 999;
const BLOCK_WIDTH = 1000;
export const BLOCKS = 100;
/** Numbers of dossier codes are granted to logs in ranges of this size. */
const GRANT_WIDTH = 250;

/** The `nth` number (from 1) of a block. No two (block, nth) give the same. */
export function ticketNumber(block: number, nth: number): number {
  const chunk = Math.floor((nth - 1) / IN_BLOCK);
  return (chunk * BLOCKS + block) * BLOCK_WIDTH + ((nth - 1) % IN_BLOCK) + 1;
}

/** The place in its block of a number, or null for a number of another block. */
export function placeInBlock(block: number, number: number): number | null {
  const high = Math.floor(number / BLOCK_WIDTH);
  const low = number % BLOCK_WIDTH;
  if (low === 0 || high % BLOCKS !== block) return null;
  return Math.floor(high / BLOCKS) * IN_BLOCK + low;
}

/** The next number of a block, behind all of it that are used in the series. */
export function nextTicketNumber(block: number, used: Iterable<number>): number {
  let highest = 0;
  for (const number of used) highest = Math.max(highest, placeInBlock(block, number) ?? 0);
  return ticketNumber(block, highest + 1);
}

/** As printed, shown and spoken: "B027", "B3001". */
export function ticketText(series: string, number: number): string {
  return series + String(number).padStart(3, '0');
}

/**
 * The block of a log on a day: the first whole stretch of 250 among the dossier numbers the province gave it. Ranges of
 * one day and office never overlap, whoever has them, so neither do blocks. Null: none here, and it cannot host.
 */
export function blockOf(
  grants: readonly {
    readonly from: number;
    readonly to: number;
    readonly validFrom: string;
    readonly validTo: string;
  }[],
  date: string,
): number | null {
  const blocks = grants
    .filter((each) => each.validFrom <= date && date <= each.validTo)
    .flatMap(({ from, to }) => {
      const block = Math.ceil((from - 1) / GRANT_WIDTH);
      return (block + 1) * GRANT_WIDTH <= to ? [block] : [];
    });
  return blocks.length === 0 ? null : Math.min(...blocks);
}
