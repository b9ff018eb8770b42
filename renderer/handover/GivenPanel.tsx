import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { savePdf } from '../app/save-pdf.ts';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { SlowWords } from '../receipt/SlowWords.tsx';
import { Button } from '../ui/Button.tsx';
import { clock } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import type { InDetail } from './BatchRows.tsx';
import styles from './Handover.module.css';
import { NotScanned } from './OutPanel.tsx';

type PrintReply = CallOutput<'handover.printList'>;

/** The list on paper, as the screen that closed the batch asked for it. */
export interface ListPrint {
  readonly isPending: boolean;
  readonly reply: PrintReply | null;
  readonly error: unknown;
  readonly print: () => void;
}

export interface GivenPanelProps {
  readonly detail: InDetail;
  readonly list: ListPrint;
  readonly onNext: () => void;
}

/** A batch that is closed: its list, its control slips, and whether the other side has signed. */
export function GivenPanel({ detail, list, onNext }: GivenPanelProps): ReactNode {
  const t = useTranslations('handover');
  const left = detail.rows.filter((row) => row.scannedAt === null);
  const control = useMutation({
    mutationFn: async (): Promise<{ made: number; printed: number }> => {
      let printed = 0;
      const known = detail.rows.filter((row) => row.heard);
      for (const row of known) {
        const { outcome } = await desk('slip.print', { dossierId: row.dossierId, form: '06', about: null });
        if (outcome.kind === 'printed') printed += 1;
      }
      return { made: known.length, printed };
    },
  });
  return (
    <Outcome
      action={
        <Button kind="main" wide action="main" onPress={onNext}>
          {t('next')}
        </Button>
      }
      second={
        <>
          <Button size="small" wide action="slip" onPress={() => !list.isPending && list.print()}>
            {t('printList')}
          </Button>
          <Button size="small" wide action="controlSlips" onPress={() => !control.isPending && control.mutate()}>
            {t('printControl')}
          </Button>
        </>
      }
    >
      <div role="status">
        <p className={styles.done}>
          <Icon name="check" />
          {t('done', { number: detail.number ?? 0 })}
        </p>
        <p className={styles.code}>{t('doneCount', { n: detail.rows.length, place: detail.to })}</p>
        <p className={styles.small}>{t('givenAt', { time: clock(detail.givenAt ?? '') })}</p>
      </div>
      <OutcomePart>
        <div aria-live="polite">
          <SlowWords when={list.isPending}>{t('printing')}</SlowWords>
          {list.error !== null && <ProblemNotice problem={problemOf(list.error)} />}
          {list.reply !== null && <OnPaper reply={list.reply} number={detail.number ?? 0} />}
          {control.isError && <ProblemNotice problem={problemOf(control.error)} />}
          {control.isSuccess && (
            <p className={styles.small}>
              {control.data.printed > 0
                ? t('printedControl', { n: control.data.printed })
                : t('shownControl', { n: control.data.made })}
            </p>
          )}
        </div>
      </OutcomePart>
      <OutcomePart label={t('signedHead')}>
        <p>{detail.acceptedAt === null ? t('notSignedYet') : t('signedBy', { time: clock(detail.acceptedAt) })}</p>
      </OutcomePart>
      {detail.acceptedAt !== null && left.length > 0 && <NotScanned rows={left} label={t('missingHead')} />}
    </Outcome>
  );
}

function OnPaper({ reply, number }: { readonly reply: PrintReply; readonly number: number }): ReactNode {
  const t = useTranslations('handover');
  const { outcome, slip } = reply;
  const save = (
    <Button size="small" onPress={() => void savePdf(slip.slipId, `ban-giao-lo-${number}.pdf`)}>
      {t('saveList')}
    </Button>
  );
  if (outcome.kind === 'failed') {
    return <ProblemNotice problem={{ code: 'IN-02', params: { reason: outcome.detail } }} actions={save} />;
  }
  return (
    <>
      <p>{outcome.kind === 'printed' ? t('printedList', { printer: outcome.printer }) : t('shownList')}</p>
      <div className={styles.buttons}>{save}</div>
    </>
  );
}
