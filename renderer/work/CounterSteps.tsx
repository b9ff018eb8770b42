import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { useDesk } from '../app/queries.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Did } from './act.tsx';
import { StepDialog, type Opened } from './StepDialog.tsx';
import { WithdrawalForm } from './forms/WithdrawalForm.tsx';
import styles from './WorkOutcome.module.css';

type Row = CallOutput<'dossier.get'>['row'];

/** States in which the counter has something to take from the citizen for the unit. */
export function hasCounterStep(state: Row['state']): boolean {
  return state === 'supplement' || state === 'financial';
}

/** At the counter: what was asked for is brought, or a duty was paid; the clock goes on and the new date is told. */
export function CounterStep({ row }: { readonly row: Row }): ReactNode {
  const t = useTranslations('work');
  const { data: sheet, error } = useDesk('processing.get', { id: row.id }, ['dossiers']);
  const [opened, setOpened] = useState<Opened | null>(null);
  if (error !== null) return <ProblemNotice problem={error} />;
  const which = row.state === 'supplement' ? 'brought' : 'paid';
  return (
    <>
      <Button kind="main" wide action="main" onPress={() => setOpened(which)}>
        {t(`${which}.open`)}
      </Button>
      {opened !== null && sheet !== undefined && (
        <StepDialog
          opened={opened}
          sheet={sheet}
          colleagues={[]}
          onClose={() => setOpened(null)}
          onDone={() => setOpened(null)}
        />
      )}
    </>
  );
}

const mayWithdraw: ReadonlySet<Row['state']> = new Set([
  'submitted',
  'received',
  'processing',
  'supplement',
  'financial',
]);

/** The submitter asks for the dossier back; a small button, because it is seldom. */
export function WithdrawalStep({ row }: { readonly row: Row }): ReactNode {
  const t = useTranslations('work');
  const [open, setOpen] = useState(false);
  const [did, setDid] = useState<Did | null>(null);
  if (did !== null) {
    return (
      <p className={styles.did} role="status">
        <Icon name="check" />
        <span>{did.words}</span>
      </p>
    );
  }
  if (!mayWithdraw.has(row.state)) return null;
  return (
    <div className={styles.small}>
      <Button size="small" onPress={() => setOpen(true)}>
        {t('withdrawal.open')}
      </Button>
      {open && (
        <WithdrawalForm
          id={row.id}
          name={row.name}
          onClose={() => setOpen(false)}
          onDone={(what) => {
            setOpen(false);
            setDid(what);
          }}
        />
      )}
    </div>
  );
}
