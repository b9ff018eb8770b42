import { cashListOf, type MoneyFact } from '../money/cash-list.ts';
import type { CashListInput } from './cash-list.ts';
import { crowded as crowdedReceipt, usual as receipt } from './mau-01-examples.ts';

/** Cash lists for tests. Invented people. */

const fact = (index: number, change: Partial<MoneyFact> = {}): MoneyFact => ({
  paymentId: String(index).padStart(4, '0'),
  dossierId: String(index),
  code: `H20.57-261123-${String(300 + index).padStart(4, '0')}`,
  payer: ['Dương Văn Hiếu', 'Cao Thị Thu Thủy', 'Hồ Thị Diệu Hiền'][index % 3] ?? '',
  procedure: ['Đăng ký thành lập hộ kinh doanh', 'Chứng thực bản sao từ bản chính'][index % 2] ?? '',
  amount: [100_000, 8_000, 50_000][index % 3] ?? 0,
  how: 'cash',
  receiptNumber: String(12_345 + index).padStart(7, '0'),
  note: '',
  counter: 'Quầy 3',
  officer: 'Lê Thị Kim Ngân',
  at: `2026-11-23T${String(8 + (index % 8)).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}:00`,
  ...change,
});

const day = { day: '2026-11-23', counter: 'Quầy 3' } as const;
const facts = [
  fact(0),
  fact(1),
  fact(2, { how: 'transfer', note: 'FT26327001234' }),
  fact(3, { how: 'online' }),
  fact(4),
  fact(5, { amount: -100_000, note: 'rút hồ sơ' }),
];

const usual: CashListInput = {
  office: receipt.office,
  list: cashListOf(facts, day),
  officer: 'Lê Thị Kim Ngân',
  drawer: { opening: 200_000, counted: 216_000, note: '' },
  treasurer: '',
  head: 'Trần Quốc Việt',
  copy: null,
  demo: false,
};

export const cashListSlipSamples = {
  usual,
  crowded: {
    ...usual,
    list: cashListOf(
      Array.from({ length: 75 }, (_, index) =>
        fact(index, {
          ...(index % 6 === 0
            ? {
                code: 'TAM-261123-012-TFJF-A1GX',
                payer: crowdedReceipt.applicant?.name ?? '',
                procedure: crowdedReceipt.procedure.name,
                amount: 12_345_678,
                receiptNumber: '',
              }
            : {}),
          counter: `Quầy ${(index % 6) + 1}`,
        }),
      ),
      { day: day.day, counter: null },
    ),
    officer: '',
    drawer: { opening: 200_000, counted: 100_000, note: 'kiểm lại ngày mai cùng thủ quỹ' },
    copy: { issue: 2, reason: 'bản đầu bị ướt' },
    demo: true,
  },
  minimal: { ...usual, list: cashListOf([], day), drawer: null, head: '' },
} satisfies Record<string, CashListInput>;
