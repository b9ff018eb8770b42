import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { PrintSaid } from './PrintSaid.tsx';
import styles from './Slips.module.css';

/** The contract asks for as many letters. */
const SHORTEST_REASON = 3;

export interface PrintFootProps {
  readonly dossierId: string;
  readonly code: string;
  readonly slips: CallOutput<'slip.list'>;
  /** Something else is the next action: this one stands below it. */
  readonly isSecond?: boolean;
}

/** Prints the slip where none was made; else asks why, and prints it again as a copy. */
export function PrintFoot({ dossierId, code, slips, isSecond = false }: PrintFootProps): ReactNode {
  const t = useTranslations('dossier');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const first = slips.find(
    (slip) => slip.form === '01' && slip.copyOf === null && slip.voidedBy === null && !slip.outdated,
  );
  const isNew = first === undefined && slips.some((slip) => slip.form === '01');
  const made = useMutation({
    mutationFn: (why: string) =>
      first === undefined
        ? desk('slip.print', { dossierId, form: '01', about: null })
        : desk('slip.reprint', { slipId: first.slipId, reason: why }),
  });
  const tooShort = reason.trim().length < SHORTEST_REASON;
  const close = (): void => {
    setAsking(false);
    setReason('');
  };
  const again = (): void => {
    const why = reason.trim();
    close();
    made.mutate(why);
  };
  return (
    <>
      <div aria-live="polite">
        {made.isPending && <p className={styles.said}>{t('making')}</p>}
        {made.isError && <ProblemNotice problem={problemOf(made.error)} className={styles.outcome} />}
        {made.isSuccess && <PrintSaid reply={made.data} code={code} />}
      </div>
      <Button
        size={isSecond ? 'small' : 'large'}
        className={isSecond ? styles.below : undefined}
        wide
        action="slip"
        onPress={() => {
          if (made.isPending) return;
          if (first === undefined) made.mutate('');
          else setAsking(true);
        }}
      >
        {isNew ? t('printNew') : first === undefined ? t('print') : t('reprint')}
      </Button>
      {asking && (
        <QuestionBox
          title={t('reprintTitle', { code })}
          rule={t('reprintRule')}
          safe={{ label: t('reprintSafe'), onPress: close }}
          act={{ label: t('reprintAct'), onPress: again, missing: tooShort ? t('reasonMissing') : null }}
        >
          <Field label={t('reason')} value={reason} onChange={setReason} hint={t('reasonHint')} maxLength={500} first />
        </QuestionBox>
      )}
    </>
  );
}
