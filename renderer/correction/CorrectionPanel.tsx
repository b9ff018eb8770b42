import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSay } from '../app/say.ts';
import { useApproved } from '../approval/use-approved.tsx';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { Competent } from '../receipt/Competent.tsx';
import { DueEntry } from '../receipt/DueEntry.tsx';
import { goTo } from '../receipt/go.ts';
import { SlowWords } from '../receipt/SlowWords.tsx';
import { useMissing } from '../receipt/use-missing.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { useCorrection } from '../stores/correction.ts';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Changes } from './Changes.tsx';
import styles from './Correction.module.css';
import { Effects } from './Effects.tsx';
import { missingOf } from './missing.ts';
import { correct } from './work.ts';

/** What is different and what follows, before anything is saved; the one action. */
export function CorrectionPanel({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const t = useTranslations('correction');
  const say = useSay();
  const preview = useCorrection((state) => state.preview);
  const reason = useCorrection((state) => state.reason);
  const told = useCorrection((state) => state.told);
  const isFresh = useCorrection((state) => state.previewed === state.content);
  const lacking = useMissing(preview?.missing ?? null);
  const saving = useApproved(
    correct,
    { title: t('approvalTitle'), safe: t('approvalSafe'), act: t('act') },
    (corrected) => {
      if (corrected !== null) useCorrection.getState().done(corrected);
    },
  );
  const gap = preview === null ? null : missingOf(preview, reason, told);
  const missing = preview === null || !isFresh ? '' : (lacking ?? (gap === null ? null : t(`missing.${gap}`)));
  const needs = preview?.limit.kind === 'approval' ? preview.limit.why.map(say).join(', ') : null;
  const prints = preview?.effects.reprint.includes('01') === true;
  return (
    <Outcome
      note={
        needs === null || preview?.lines.length === 0 ? null : (
          <>
            <Icon name="lock" />
            <span>{t('needsApproval', { why: needs })}</span>
          </>
        )
      }
      action={
        <Button kind="main" wide action="main" missing={missing} onPress={saving.run}>
          {prints && missing === null ? t('actAndPrint') : t('act')}
        </Button>
      }
      second={
        <Button size="small" wide action="back" onPress={onLeave}>
          {t('leave')}
        </Button>
      }
    >
      <OutcomePart label={t('changes')}>
        <Changes lines={preview?.lines ?? []} />
      </OutcomePart>
      {preview !== null && preview.lines.length > 0 && (
        <OutcomePart label={t('follows')}>
          <Effects effects={preview.effects} />
        </OutcomePart>
      )}
      <DueAndUnit />
      <SlowWords when={saving.pending}>{t('saving')}</SlowWords>
      {saving.problem !== null && <ProblemNotice problem={saving.problem} />}
      {saving.box}
    </Outcome>
  );
}

/** The promise and who decides, opened only where they are what is wrong. */
function DueAndUnit(): ReactNode {
  const t = useTranslations('correction');
  const receipt = useTranslations('receipt');
  const assessment = useCorrection((state) => state.assessment);
  const entered = useCorrection((state) => state.content?.dueEntered ?? null);
  const [isDating, setDating] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  if (assessment === null || assessment.procedure === null) return null;
  const isDated = isDating || entered !== null;
  return (
    <OutcomePart>
      <Facts
        facts={[
          {
            label: receipt('processingUnit'),
            value: (
              <Competent
                unit={assessment.processingUnit ?? ''}
                choosing={isChoosing}
                onChoosing={(open) => {
                  setChoosing(open);
                  if (open) goTo('competent');
                }}
              />
            ),
          },
        ]}
      />
      {!assessment.procedure.fastLane && (
        <div className={styles.due} data-go="due">
          {isDated ? (
            <DueEntry ask={null} />
          ) : (
            <Button
              size="small"
              onPress={() => {
                setDating(true);
                goTo('due');
              }}
            >
              {t('otherDue')}
            </Button>
          )}
        </div>
      )}
    </OutcomePart>
  );
}
