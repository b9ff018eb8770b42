import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Assessment } from '../../contract/desk/receipt.ts';
import { useNow } from '../app/now.tsx';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { TransferCode } from '../money/TransferCode.tsx';
import { useReceipt } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DayStrip } from '../ui/DayStrip.tsx';
import { Facts, Steps } from '../ui/Facts.tsx';
import { Icon } from '../ui/Icon.tsx';
import { clock, sentenceDay } from '../ui/format.ts';
import { Competent } from './Competent.tsx';
import { useApproved } from '../approval/use-approved.tsx';
import { isUntouched } from './content.ts';
import { DueEntry } from './DueEntry.tsx';
import { emphasised } from './emphasis.ts';
import { goTo } from './go.ts';
import styles from './Outcome.module.css';
import type { OutcomePanelProps } from './OutcomePanel.tsx';
import { SecondButtons } from './SecondButtons.tsx';
import { SlowWords } from './SlowWords.tsx';
import { useMissing } from './use-missing.ts';
import { Verdict } from './Verdict.tsx';
import { edit, receive } from './work.ts';

/** Received: the due date with its days and reasons, who gets it, and the one action. */
export function ReceivePanel({ onKeepDraft, onPreview }: OutcomePanelProps): ReactNode {
  const t = useTranslations('receipt');
  const content = useReceipt((state) => state.content);
  const assessment = useReceipt((state) => state.assessment);
  const busy = useReceipt((state) => state.busy);
  const missing = useMissing(assessment?.missing ?? null);
  const wantsSlip = content?.wantsSlip === true;
  const untouched = content === null || isUntouched(content);
  const receiving = useApproved(
    receive,
    { title: t('receiveRefused'), safe: t('receiveRefusedSafe'), act: t('receive') },
    () => undefined,
  );
  return (
    <Outcome
      note={
        assessment?.offline === true && !untouched ? (
          <>
            <Icon name="lineDown" />
            <span>{wantsSlip ? t('offlineNote') : t('offlineNoteNoSlip')}</span>
          </>
        ) : null
      }
      action={
        <Button
          kind="main"
          wide
          action="main"
          missing={missing}
          onPress={() => {
            if (missing === null) receiving.run();
          }}
        >
          {wantsSlip && missing === null ? t('receiveAndPrint') : t('receive')}
        </Button>
      }
      second={<SecondButtons onKeepDraft={onKeepDraft} onPreview={missing === null ? onPreview : null} />}
    >
      <Verdict />
      <Due assessment={assessment} />
      {assessment?.procedure?.fastLane === true && (
        <OutcomePart>
          <Checkbox
            label={t('wantsSlip')}
            checked={wantsSlip}
            onChange={(wants) => edit((now) => ({ ...now, wantsSlip: wants }))}
          />
        </OutcomePart>
      )}
      {assessment !== null && (assessment.procedure?.caseId ?? null) !== null && (
        <OutcomePart>
          <Consequences assessment={assessment} wantsSlip={wantsSlip} />
          {content?.feePaid === 'transfer' && <ToTransfer assessment={assessment} />}
        </OutcomePart>
      )}
      <SlowWords when={busy}>{t('receiving')}</SlowWords>
      {receiving.box}
    </Outcome>
  );
}

function Due({ assessment }: { readonly assessment: Assessment | null }): ReactNode {
  const t = useTranslations('receipt');
  const say = useSay();
  const language = useLanguage();
  const due = assessment?.due ?? null;
  const entered = useReceipt((state) => state.content?.dueEntered ?? null);
  if (assessment?.procedure?.fastLane === true) {
    return (
      <OutcomeFigure label={t('dueLabel')} figure={t('dueAtOnce')}>
        {t('dueAtOnceWhy')}
      </OutcomeFigure>
    );
  }
  if (due === null) {
    return (
      <div className={styles.waits}>
        <h2>{t('dueLabel')}</h2>
        <p>{t('dueWaits')}</p>
        <p className={styles.small}>{t('dueWaitsWhy')}</p>
      </div>
    );
  }
  return (
    <>
      {due.at === null ? (
        <OutcomeFigure label={t('dueLabel')} figure={t('dueWaits')} />
      ) : (
        <OutcomeFigure label={t('dueLabel')} figure={say(due.title)}>
          {say(due.detail)}
        </OutcomeFigure>
      )}
      {(due.ask !== null || entered !== null) && <DueEntry ask={due.ask} />}
      {/* One day explains nothing that the figure does not say. */}
      {due.cells.length > 1 && <DayStrip cells={due.cells} />}
      {due.steps.length > 0 && (
        <OutcomePart>
          <Steps
            steps={due.steps.map((step) => (
              <Emphasised key={step.text.vi} text={step.text[language]} phrases={step.emphasis.map(say)} />
            ))}
          />
          {due.warnings.map((warning) => (
            <p key={warning.vi} className={styles.warning}>
              <Icon name="exclaim" />
              <span>{say(warning)}</span>
            </p>
          ))}
        </OutcomePart>
      )}
    </>
  );
}

function Emphasised({ text, phrases }: { readonly text: string; readonly phrases: readonly string[] }): ReactNode {
  // Each part is named by where it begins.
  let at = 0;
  return emphasised(text, phrases).map((run) => {
    const begins = at;
    at += run.text.length;
    return run.bold ? <b key={begins}>{run.text}</b> : run.text;
  });
}

/** Before receipt the code is the number this counter prints next. */
function ToTransfer({ assessment: { fee, nextCode } }: { readonly assessment: Assessment }): ReactNode {
  if (fee.amount === null || fee.amount === 0 || nextCode === null) return null;
  return (
    <div className={styles.buttons}>
      <TransferCode amount={fee.amount} code={nextCode.text} />
    </div>
  );
}

function Consequences({
  assessment,
  wantsSlip,
}: {
  readonly assessment: Assessment;
  readonly wantsSlip: boolean;
}): ReactNode {
  const t = useTranslations('receipt');
  const language = useLanguage();
  const today = useNow().slice(0, 10);
  const [choosing, setChoosing] = useState(false);
  const { handoverBy, processingUnit } = assessment;
  const handover =
    handoverBy === null
      ? null
      : handoverBy.slice(0, 10) === today
        ? t('handoverToday', { time: clock(handoverBy) })
        : t('handoverDay', { time: clock(handoverBy), day: sentenceDay(handoverBy.slice(0, 10), language) });
  return (
    <Facts
      facts={[
        {
          label: t('processingUnit'),
          value: (
            <Competent
              unit={processingUnit ?? ''}
              choosing={choosing}
              onChoosing={(open) => {
                setChoosing(open);
                if (open) goTo('competent');
              }}
            />
          ),
        },
        ...(handover === null ? [] : [{ label: t('handover'), value: handover }]),
        { label: t('slip'), value: wantsSlip ? t('slipForm') : t('slipNone') },
      ]}
    />
  );
}
