import type { CallOutput } from '../../contract/desk.ts';

export type MatterRow = CallOutput<'attention.list'>[number];

/** One matter among all: a dossier may have several. */
export const keyOf = (row: Pick<MatterRow, 'dossierId' | 'key'>): string => `${row.dossierId} ${row.key}`;

/** As a line of a list: a sentence without its stop. */
export const short = (sentence: string): string => sentence.replace(/\.$/, '');

export function iconOf({ kind }: Pick<MatterRow, 'kind'>): 'swap' | 'phone' | 'document' | 'flag' {
  switch (kind) {
    case 'two-sides':
      return 'swap';
    case 'call-back':
      return 'phone';
    case 'unreadable':
    case 'paper-missing':
    case 'scan':
      return 'document';
    case 'not-approved':
    case 'custody-gap':
    case 'out-of-place':
    case 'verdict':
    case 'log':
      return 'flag';
  }
}
