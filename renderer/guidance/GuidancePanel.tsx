import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Assessment } from '../../contract/desk/receipt.ts';
import { useApproved } from '../approval/use-approved.tsx';
import { Outcome } from '../frame/Outcome.tsx';
import { isUntouched } from '../receipt/content.ts';
import type { OutcomePanelProps } from '../receipt/OutcomePanel.tsx';
import { SecondButtons } from '../receipt/SecondButtons.tsx';
import { SlowWords } from '../receipt/SlowWords.tsx';
import { useMissing } from '../receipt/use-missing.ts';
import { Verdict } from '../receipt/Verdict.tsx';
import { useReceipt } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { cx } from '../ui/cx.ts';
import { plainDate } from '../ui/format.ts';
import { Further } from './Further.tsx';
import styles from './Guidance.module.css';
import { Slip } from './Slip.tsx';
import { give } from './turn.ts';

type Proposed = NonNullable<Assessment['guidance']>;

/** Not complete: one slip names everything that is missing; it grows here while the papers are looked at. */
export function GuidancePanel({ onKeepDraft, onPreview }: OutcomePanelProps): ReactNode {
  const t = useTranslations('guidance');
  const content = useReceipt((state) => state.content);
  const guidance = useReceipt((state) => state.assessment?.guidance ?? null);
  const basics = useReceipt((state) => state.assessment?.missing ?? null);
  const paper = useReceipt((state) => state.paper);
  const busy = useReceipt((state) => state.busy);
  const [adding, setAdding] = useState(false);
  const missing = useMissing(guidance?.missing ?? basics);
  const name = content?.applicant?.name.trim() ?? '';
  const round = guidance?.round ?? 1;
  const giving = useApproved(
    give,
    { title: t('againTitle', { round }), safe: t('againSafe'), act: t('againAct', { round }) },
    () => undefined,
  );
  return (
    <Outcome
      action={
        <Button
          kind="main"
          wide
          action="main"
          missing={missing}
          onPress={() => {
            if (missing === null) giving.run();
          }}
        >
          {t('give')}
        </Button>
      }
      second={
        <SecondButtons
          onKeepDraft={onKeepDraft}
          onPreview={guidance !== null && guidance.demands.length > 0 && basics !== null ? onPreview : null}
        />
      }
    >
      <Verdict />
      <Slip name={name} demands={guidance?.demands ?? []} paper={paper} />
      {guidance !== null && <Told guidance={guidance} />}
      {content !== null && !isUntouched(content) && guidance !== null && (
        <div className={styles.more}>
          <Button size="small" action="further" onPress={() => setAdding(true)}>
            {t('further')}
          </Button>
        </div>
      )}
      <SlowWords when={busy}>{t('giving')}</SlowWords>
      {giving.box}
      {adding && <Further onClose={() => setAdding(false)} />}
    </Outcome>
  );
}

/** Whether everything was seen, which request this is, and the code to come back with. */
function Told({ guidance }: { readonly guidance: Proposed }): ReactNode {
  const t = useTranslations('guidance');
  const { seen, of, round, before, returnCode } = guidance;
  const last = before.at(-1);
  const bold = { b: (words: ReactNode) => <b>{words}</b> };
  return (
    <ul className={styles.told}>
      <li className={cx(seen < of && styles.open)}>
        <Icon name={seen < of ? 'exclaim' : 'check'} />
        <span>{seen < of ? t.rich('seenPart', { seen, of, ...bold }) : t.rich('seenAll', { of, ...bold })}</span>
      </li>
      <li className={cx(last !== undefined && styles.open)}>
        <Icon name="flag" />
        <span>
          {last === undefined
            ? t.rich('firstRound', bold)
            : t.rich('nextRound', { round, day: plainDate(last.at.slice(0, 10)), n: last.demands.length, ...bold })}
        </span>
      </li>
      <li>
        <Icon name="scan" />
        <span>{t.rich('returnCode', { code: returnCode, ...bold })}</span>
      </li>
    </ul>
  );
}
