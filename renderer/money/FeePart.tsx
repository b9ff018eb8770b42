import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { isCounter } from '../app/DeskFrame.tsx';
import { since } from '../app/local-time.ts';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { OutcomePart } from '../frame/Outcome.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { money } from '../ui/format.ts';
import styles from './Fee.module.css';
import { GiveBackDialog, TakeDialog } from './FeeDialogs.tsx';
import { TransferCode } from './TransferCode.tsx';

type Fee = CallOutput<'fee.get'>;

/** The fee of a dossier on its page: what is due, what was taken, and what can be done about the rest. */
export function FeePart({ dossierId }: { readonly dossierId: string }): ReactNode {
  const t = useTranslations('money');
  const { data } = useDesk('fee.get', { dossierId }, ['dossiers']);
  const role = useDesk('session.get', {}, ['session']).data?.user?.role;
  const [asking, setAsking] = useState<'take' | 'giveBack' | null>(null);
  const words = useFeeWords(data);
  if (data === undefined || (data.amount === 0 && data.payments.length === 0)) return null;
  const taken = data.payments.reduce((sum, payment) => sum + payment.amount, 0);
  const close = (): void => setAsking(null);
  return (
    <OutcomePart label={t('fee')}>
      <p className={data.owed === 0 ? undefined : styles.owed}>{words}</p>
      {data.payments.map((payment) => (
        <Payment key={payment.paymentId} payment={payment} />
      ))}
      {role !== undefined && isCounter(role) && (
        <div className={styles.buttons}>
          {data.owed > 0 && (
            <Button size="small" action="takeFee" onPress={() => setAsking('take')}>
              {t('take')}
            </Button>
          )}
          {data.owed > 0 && <TransferCode amount={data.owed} code={data.code} />}
          {taken > 0 && (
            <Button size="small" onPress={() => setAsking('giveBack')}>
              {t('giveBack')}
            </Button>
          )}
        </div>
      )}
      {asking === 'take' && <TakeDialog dossierId={dossierId} fee={data} onClose={close} />}
      {asking === 'giveBack' && <GiveBackDialog dossierId={dossierId} fee={data} taken={taken} onClose={close} />}
    </OutcomePart>
  );
}

/** "150.000 đ, còn phải thu 50.000 đ" */
function useFeeWords(fee: Fee | undefined): string {
  const t = useTranslations('money');
  const language = useLanguage();
  if (fee === undefined) return '';
  const amount = money(fee.amount, language);
  if (fee.owed > 0) return t('feeOwed', { amount, owed: money(fee.owed, language) });
  if (fee.owed < 0) return t('feeOver', { amount, over: money(-fee.owed, language) });
  return fee.amount === 0 ? t('feeNone') : t('feePaid', { amount });
}

function Payment({ payment }: { readonly payment: Fee['payments'][number] }): ReactNode {
  const t = useTranslations('money');
  const language = useLanguage();
  const now = useNow();
  const { amount, receiptNumber, note } = payment;
  const said = {
    amount: money(Math.abs(amount), language),
    how: t(`how.${payment.how}`),
    time: since(payment.at, now),
  };
  const more = [
    receiptNumber === '' ? '' : t('paymentReceipt', { number: receiptNumber }),
    note,
    `${payment.officer}, ${payment.counter}`,
  ];
  return (
    <p className={styles.payment}>
      {amount < 0 ? t('paymentBack', said) : t('payment', said)}
      <span className={styles.more}>{more.filter((part) => part !== '').join(', ')}</span>
    </p>
  );
}
