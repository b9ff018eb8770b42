import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { Language } from '../../domain/voice/spoken.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { troubleKeys } from '../hall/trouble-keys.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/QuestionBox.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import styles from './PaperTicket.module.css';

export interface PaperTicketProps {
  readonly title: string;
  readonly ticket: { readonly id: string; readonly text: string };
  readonly language: Language;
  /** People ahead and the wait, in words. */
  readonly rule?: string;
  readonly onClose: () => void;
}

/**
 * A number as large as it is told across a counter, and its paper: printed as soon as it stands here, and again on request.
 * Where nothing printed it, the phone's code stands beside it.
 */
export function PaperTicket({ title, ticket, language, rule, onClose }: PaperTicketProps): ReactNode {
  const t = useTranslations('queue');
  const print = useMutation({ mutationFn: () => desk('queue.print', { ticket: ticket.id, language }) });
  const { mutate } = print;
  const hasBegun = useRef(false);
  useEffect(() => {
    // Once, whatever React does with an effect: each time is a paper.
    if (hasBegun.current) return;
    hasBegun.current = true;
    mutate();
  }, [mutate]);
  const url = print.data?.printed === null ? print.data.url : null;
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.ticket}>
        <p className={styles.number}>{ticket.text}</p>
        {rule !== undefined && <p>{rule}</p>}
      </div>
      <div className={styles.paper} role="status">
        {print.isPending && <p>{t('printing')}</p>}
        {print.data !== undefined && <Outcome outcome={print.data} />}
        {print.isError && <ProblemNotice problem={problemOf(print.error)} />}
      </div>
      {url !== null && (
        <div className={styles.phone}>
          <QrCode text={url} label={t('printPhone')} className={styles.code} />
          <p>{t('printPhone')}</p>
        </div>
      )}
      <div className={styles.answers}>
        <Button wide onPress={() => !print.isPending && mutate()}>
          {t('againAct')}
        </Button>
        <Button wide first action="main" onPress={onClose}>
          {t('givenClose')}
        </Button>
      </div>
    </Dialog>
  );
}

/** What each printer said, in the order they were tried, then where the paper lies. */
function Outcome({ outcome }: { readonly outcome: CallOutput<'queue.print'> }): ReactNode {
  const t = useTranslations();
  const { printed, tried, here } = outcome;
  return (
    <>
      {tried.map(({ machine, printer, trouble }) => (
        <p key={`${machine} ${printer}`} className={styles.tried}>
          {printer === ''
            ? t('queue.printTriedMachine', { machine, why: t(`hall.${troubleKeys[trouble]}`) })
            : t('queue.printTried', { machine, printer, why: t(`hall.${troubleKeys[trouble]}`) })}
        </p>
      ))}
      <p>
        {printed === null
          ? t(tried.length === 0 ? 'queue.printNone' : 'queue.printNowhere')
          : here
            ? t('queue.printedHere')
            : t('queue.printedThere', { machine: printed.machine })}
      </p>
    </>
  );
}
