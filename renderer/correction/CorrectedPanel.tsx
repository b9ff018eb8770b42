import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk, problemOf } from '../app/desk-client.ts';
import { PrintSaid } from '../dossier/PrintSaid.tsx';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { useCorrection, type Corrected } from '../stores/correction.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Changes } from './Changes.tsx';
import styles from './Correction.module.css';
import { Effects } from './Effects.tsx';

/** Put right: what was changed, the new slips as they come, and how the citizen learns of it. */
export function CorrectedPanel({
  corrected,
  onLeave,
}: {
  readonly corrected: Corrected;
  readonly onLeave: () => void;
}): ReactNode {
  const t = useTranslations('correction');
  const dossierId = useCorrection((state) => state.dossierId);
  const code = useCorrection((state) => state.code);
  const lines = useCorrection((state) => state.preview?.lines ?? []);
  const { reprint } = corrected.effects;
  const box = useRef<HTMLDivElement>(null);
  const print = useMutation({
    mutationFn: async (id: string) => {
      const made = [];
      // One after another: each voids the slip it replaces.
      for (const form of reprint) made.push(await desk('slip.print', { dossierId: id, form, about: null }));
      return made;
    },
  });
  const { mutate } = print;
  const begun = useRef(false);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    if (begun.current || dossierId === null || reprint.length === 0) return;
    begun.current = true;
    mutate(dossierId);
  }, [dossierId, reprint, mutate]);
  return (
    <Outcome
      action={
        <div ref={box}>
          <Button kind="main" wide first action="main" onPress={onLeave}>
            {t('toPage')}
          </Button>
        </div>
      }
    >
      <div role="status">
        <p className={styles.done}>
          <Icon name="check" />
          {t('done')}
        </p>
        <p className={styles.code}>{code}</p>
      </div>
      <OutcomePart label={t('changed')}>
        <Changes lines={lines} />
      </OutcomePart>
      {reprint.length > 0 && (
        <OutcomePart label={t('newSlips')}>
          <div aria-live="polite" className={styles.printed}>
            {print.isPending && <p>{t('making')}</p>}
            {print.isError && (
              <ProblemNotice
                problem={problemOf(print.error)}
                actions={
                  <Button size="small" onPress={() => dossierId !== null && print.mutate(dossierId)}>
                    {t('printAgain')}
                  </Button>
                }
              />
            )}
            {print.data?.map((reply) => (
              <PrintSaid key={reply.slip.slipId} reply={reply} code={code} />
            ))}
          </div>
        </OutcomePart>
      )}
      <OutcomePart label={t('followed')}>
        <Effects effects={corrected.effects} isDone />
        {corrected.told !== null && <p className={styles.small}>{t(`toldDone.${corrected.told}`)}</p>}
      </OutcomePart>
    </Outcome>
  );
}
