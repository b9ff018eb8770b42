import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { refusalReasons } from '../../domain/guidance/reasons.ts';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import { Outcome } from '../frame/Outcome.tsx';
import { withGuidance } from '../receipt/content.ts';
import type { OutcomePanelProps } from '../receipt/OutcomePanel.tsx';
import { SecondButtons } from '../receipt/SecondButtons.tsx';
import { SlowWords } from '../receipt/SlowWords.tsx';
import { useMissing } from '../receipt/use-missing.ts';
import { Verdict } from '../receipt/Verdict.tsx';
import { edit } from '../receipt/work.ts';
import { useReceipt } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Guidance.module.css';
import { refuse } from './turn.ts';

type Own = ReceiptContent['guidance']['refusal'];

/** Not received: why, on what legal ground, and where it belongs (Mẫu 03). What is proposed may be changed. */
export function RefusalPanel({ onKeepDraft, onPreview }: OutcomePanelProps): ReactNode {
  const t = useTranslations('refusal');
  const refusal = useReceipt((state) => state.assessment?.refusal ?? null);
  const basics = useReceipt((state) => state.assessment?.missing ?? null);
  const busy = useReceipt((state) => state.busy);
  const missing = useMissing(refusal?.missing ?? basics);
  return (
    <Outcome
      action={
        <Button
          kind="main"
          wide
          action="main"
          missing={missing}
          onPress={() => {
            if (missing === null) void refuse();
          }}
        >
          {t('refuse')}
        </Button>
      }
      second={<SecondButtons onKeepDraft={onKeepDraft} onPreview={refusal !== null ? onPreview : null} />}
    >
      <Verdict />
      {refusal === null ? <p className={styles.waits}>{t('waits')}</p> : <Words refusal={refusal} />}
      <SlowWords when={busy}>{t('refusing')}</SlowWords>
    </Outcome>
  );
}

function Words({
  refusal,
}: {
  readonly refusal: Record<'reason' | 'legalBasis' | 'agencyName' | 'agencyAddress', string> & { why: Own['why'] };
}): ReactNode {
  const t = useTranslations('refusal');
  const change = (part: Partial<Own>): void =>
    edit((content) => withGuidance(content, { refusal: { ...content.guidance.refusal, ...part } }));
  // What was typed shows at once; the desk's proposal follows.
  const own = useReceipt((state) => state.content?.guidance.refusal ?? null);
  const of = (key: 'reason' | 'legalBasis' | 'agencyName' | 'agencyAddress'): string => own?.[key] ?? refusal[key];
  const why = own?.why ?? refusal.why;
  return (
    <div className={styles.refusal}>
      <Select
        label={t('why')}
        value={why}
        options={refusalReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        // Another reason has other words: what was typed for the last one does not hold for it.
        onChange={(next) =>
          change({ why: next, reason: null, legalBasis: null, agencyName: null, agencyAddress: null })
        }
      />
      <Field
        label={t('reason')}
        value={of('reason')}
        lines={4}
        maxLength={2000}
        onChange={(reason) => change({ reason })}
      />
      <Field
        label={t('legalBasis')}
        value={of('legalBasis')}
        lines={4}
        maxLength={1000}
        onChange={(legalBasis) => change({ legalBasis })}
      />
      {why === 'wrong-authority' && (
        <>
          <Field
            label={t('agency')}
            value={of('agencyName')}
            lines={2}
            maxLength={300}
            onChange={(agencyName) => change({ agencyName })}
          />
          <Field
            label={t('agencyAddress')}
            value={of('agencyAddress')}
            lines={2}
            maxLength={500}
            onChange={(agencyAddress) => change({ agencyAddress })}
          />
        </>
      )}
      <p className={styles.small}>{t('slip')}</p>
    </div>
  );
}
