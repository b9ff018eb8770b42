import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { waysPaid, type WayPaid } from '../../domain/money/cash-list.ts';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { CountField } from '../receipt/CountField.tsx';
import { Field } from '../ui/Field.tsx';
import { capital } from '../../domain/calendar/date-words.ts';
import { money } from '../ui/format.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import styles from './Fee.module.css';

type Fee = CallOutput<'fee.get'>;

/** The contract asks for as many letters. */
const SHORTEST_REASON = 3;

interface DialogProps {
  readonly dossierId: string;
  readonly fee: Fee;
  readonly onClose: () => void;
}

/** A fee taken after receipt. The payment has its name before it is asked for, so that a lost answer takes it once. */
export function TakeDialog({ dossierId, fee, onClose }: DialogProps): ReactNode {
  const t = useTranslations('money');
  const [paymentId] = useState(() => crypto.randomUUID());
  const [amount, setAmount] = useState(fee.owed);
  const [how, setHow] = useState<WayPaid>('cash');
  const [receiptNumber, setReceiptNumber] = useState('');
  const [reference, setReference] = useState('');
  const take = useMutation({
    mutationFn: () => desk('fee.pay', { dossierId, paymentId, amount, how, receiptNumber, reference }),
    onSuccess: onClose,
  });
  return (
    <QuestionBox
      title={t('takeTitle', { code: fee.code })}
      rule={t('takeRule')}
      safe={{ label: t('takeSafe'), onPress: onClose }}
      act={{
        label: t('takeAct'),
        missing: amount < 1 ? t('amountMissing') : null,
        onPress: () => {
          if (!take.isPending) take.mutate();
        },
      }}
    >
      <Sum amount={amount} most={fee.owed} onAmount={setAmount} />
      <How how={how} onHow={setHow} />
      <Field label={t('receiptNumber')} value={receiptNumber} onChange={setReceiptNumber} maxLength={60} />
      {how === 'transfer' && <Field label={t('reference')} value={reference} onChange={setReference} maxLength={120} />}
      <Problem problem={take.isError ? problemOf(take.error) : null} />
    </QuestionBox>
  );
}

/** Given back (hoàn trả), with its reason. */
export function GiveBackDialog({
  dossierId,
  fee,
  taken,
  onClose,
}: DialogProps & {
  /** Đồng taken so far and not given back. */
  readonly taken: number;
}): ReactNode {
  const t = useTranslations('money');
  const [paymentId] = useState(() => crypto.randomUUID());
  const [amount, setAmount] = useState(fee.owed < 0 ? -fee.owed : taken);
  const [how, setHow] = useState<WayPaid>('cash');
  const [reason, setReason] = useState('');
  const back = useMutation({
    mutationFn: () => desk('fee.refund', { dossierId, paymentId, amount, how, reason: reason.trim() }),
    onSuccess: onClose,
  });
  const missing = amount < 1 ? t('amountMissing') : reason.trim().length < SHORTEST_REASON ? t('reasonMissing') : null;
  return (
    <QuestionBox
      title={t('giveBackTitle', { code: fee.code })}
      rule={t('giveBackRule')}
      safe={{ label: t('giveBackSafe'), onPress: onClose }}
      act={{
        label: t('giveBackAct'),
        missing,
        onPress: () => {
          if (!back.isPending) back.mutate();
        },
      }}
    >
      <Sum amount={amount} most={taken} onAmount={setAmount} />
      <How how={how} onHow={setHow} />
      <Field label={t('reason')} value={reason} onChange={setReason} maxLength={500} />
      <Problem problem={back.isError ? problemOf(back.error) : null} />
    </QuestionBox>
  );
}

function Sum({
  amount,
  most,
  onAmount,
}: {
  readonly amount: number;
  readonly most: number;
  readonly onAmount: (amount: number) => void;
}): ReactNode {
  const t = useTranslations('money');
  const language = useLanguage();
  return (
    <div className={styles.sum}>
      <CountField label={t('amount')} value={amount} least={1} most={most} onChange={onAmount} />
      <span className={styles.more}>{money(most, language)}</span>
    </div>
  );
}

function How({ how, onHow }: { readonly how: WayPaid; readonly onHow: (how: WayPaid) => void }): ReactNode {
  const t = useTranslations('money');
  return (
    <RadioRow
      label={t('way')}
      value={how}
      onChange={onHow}
      options={waysPaid.map((value) => ({ value, label: capital(t(`how.${value}`)) }))}
    />
  );
}

function Problem({ problem }: { readonly problem: DeskProblem | null }): ReactNode {
  return problem === null ? null : <ProblemNotice problem={problem} />;
}
