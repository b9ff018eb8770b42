import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { TransferCode } from '../money/TransferCode.tsx';
import { useReceipt, type Received } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { money, sentenceDate } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Outcome.module.css';
import { Printed } from './Printed.tsx';

export interface ReceivedPanelProps {
  readonly received: Received;
  readonly onNext: () => void;
  /** Another dossier of the same visit, with its people. */
  readonly onNextOfPerson: () => void;
}

/** Received: the code, what became of the slip, and what may come next. Enter opens a new dossier. */
export function ReceivedPanel({ received, onNext, onNextOfPerson }: ReceivedPanelProps): ReactNode {
  const t = useTranslations('receipt');
  const say = useSay();
  const { reply, assessment, name, printing } = received;
  const box = useRef<HTMLDivElement>(null);
  const hasPerson = name !== '';
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  const language = useLanguage();
  const due =
    assessment.due === null
      ? null
      : assessment.due.at === null
        ? say(assessment.due.title)
        : sentenceDate(assessment.due.at.slice(0, 10), language);
  return (
    <Outcome
      action={
        <div ref={box}>
          <Button kind="main" wide first action="main" onPress={onNext}>
            {t('next')}
          </Button>
        </div>
      }
      second={
        hasPerson ? (
          <Button size="small" wide onPress={onNextOfPerson}>
            {t('nextOfPerson')}
          </Button>
        ) : undefined
      }
    >
      <div role="status">
        <p className={styles.done}>
          <Icon name="check" />
          {t('received')}
        </p>
        <p className={styles.code}>{reply.code}</p>
        {reply.kind === 'temporary' && <p className={styles.small}>{t('receivedTemporary')}</p>}
      </div>
      <OutcomePart>
        <p className={styles.who}>{hasPerson ? name : t('receivedUnnamed')}</p>
        <p>{assessment.procedure?.shortName}</p>
        <p className={styles.small}>{due === null ? t('dueAtOnce') : `${t('dueLabel')} ${due}`}</p>
      </OutcomePart>
      <ToPay amount={assessment.fee.amount ?? 0} code={reply.code} />
      <OutcomePart>
        <Printed printing={printing} file={reply.code} sent={(printer) => t('printDone', { printer })} />
      </OutcomePart>
    </Outcome>
  );
}

/** Owed, or being transferred: the code with the dossier's own number in it. */
function ToPay({ amount, code }: { readonly amount: number; readonly code: string }): ReactNode {
  const t = useTranslations('receipt');
  const language = useLanguage();
  const how = useReceipt((state) => state.content?.feePaid ?? 'unpaid');
  if (amount === 0 || (how !== 'unpaid' && how !== 'transfer')) return null;
  return (
    <OutcomePart>
      <p>
        {t('fee')} {money(amount, language)}, {t(`paidHow.${how}`).toLowerCase()}
      </p>
      <div className={styles.buttons}>
        <TransferCode amount={amount} code={code} />
      </div>
    </OutcomePart>
  );
}
