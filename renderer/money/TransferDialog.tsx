import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBank } from '../../contract/sync.ts';
import { amountInWords } from '../../domain/money/amount-in-words.ts';
import { purposeOf, vietQr } from '../../domain/money/viet-qr.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { qrPath } from '../print/codes.ts';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { money } from '../ui/format.ts';
import { Dialog } from '../ui/QuestionBox.tsx';
import type { TransferCodeProps } from './TransferCode.tsx';
import styles from './Transfer.module.css';

/** Modules of paper round the code, as ISO/IEC 18004 asks. */
const QUIET = 4;

/** Made here, with or without a line: the code to scan, and in words what the banking app must show. */
export function TransferDialog({
  amount,
  code,
  bank,
  onClose,
}: TransferCodeProps & { readonly bank: OfficeBank; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('money');
  const language = useLanguage();
  const purpose = purposeOf(code);
  const { bin, account } = bank;
  const drawn = useMemo(() => qrPath(vietQr({ bin, account, amount, purpose })), [bin, account, amount, purpose]);
  const side = drawn.width + 2 * QUIET;
  return (
    <Dialog title={t('transferTitle', { amount: money(amount, language) })} onClose={onClose} wide>
      <div className={styles.transfer}>
        <svg className={styles.code} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t('codeLabel')}>
          <rect width={side} height={side} fill="#fff" />
          <path d={drawn.path} transform={`translate(${QUIET} ${QUIET})`} fill="#000" fillRule="evenodd" />
        </svg>
        <div>
          <p className={styles.amount}>{money(amount, language)}</p>
          {language === 'vi' && <p className={styles.words}>{amountInWords(amount)}</p>}
          <Facts
            facts={[
              { label: t('bankName'), value: bank.bankName },
              { label: t('account'), value: bank.account },
              { label: t('holder'), value: bank.holder },
              { label: t('purpose'), value: purpose },
            ]}
          />
          <p className={styles.compare}>{t('compare')}</p>
        </div>
      </div>
      <div className={styles.answers}>
        <Button onPress={onClose} action="back" first>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  );
}
