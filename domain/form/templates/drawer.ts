import type { SlipBlock } from '../template.ts';

/** Counted against expected, as the cash list and the day's closing both end with it. */
export const drawerBlocks: readonly SlipBlock[] = [
  {
    kind: 'pair',
    left: [{ text: 'Tiền lẻ đầu ngày: ' }, { field: 'opening' }],
    right: [{ text: 'Tiền mặt phải có theo sổ: ' }, { field: 'expected', style: 'bold' }],
  },
  {
    kind: 'pair',
    left: [{ text: 'Kiểm đếm trong ngăn kéo: ' }, { field: 'counted', style: 'bold' }],
    right: [{ text: 'Chênh lệch: ' }, { field: 'difference', style: 'bold' }],
  },
  { kind: 'line', parts: [{ text: 'Lý do chênh lệch: ' }, { field: 'differenceNote' }], when: 'differenceNote' },
];
