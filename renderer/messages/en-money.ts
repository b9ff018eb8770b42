import type { Mirror } from './mirror.ts';
import type { viMoney } from './vi-money.ts';

export const enMoney: Mirror<typeof viMoney> = {
  money: {
    showCode: 'Transfer code',
    transferTitle: 'Transfer {amount}',
    codeLabel: 'VietQR code to scan with a banking app',
    bankName: 'Bank',
    account: 'Account number',
    holder: 'Account holder',
    purpose: 'Purpose',
    compare: 'Scan with a banking app; compare name and amount before paying.',
    close: 'Close',
  },
};
