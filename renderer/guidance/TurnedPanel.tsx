import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import outcome from '../receipt/Outcome.module.css';
import { Printed } from '../receipt/Printed.tsx';
import type { Turned } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

/** Guided or refused: what the citizen holds, and what became of the slip. Enter opens a new dossier. */
export function TurnedPanel({ turned, onNext }: { readonly turned: Turned; readonly onNext: () => void }): ReactNode {
  const t = useTranslations('guidance');
  const receipt = useTranslations('receipt');
  const { form, assessment, name, printing, returnCode } = turned;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  const n = assessment.guidance?.demands.length ?? 0;
  return (
    <Outcome
      action={
        <div ref={box}>
          <Button kind="main" wide first action="main" onPress={onNext}>
            {receipt('next')}
          </Button>
        </div>
      }
    >
      <div role="status">
        <p className={outcome.done}>
          <Icon name={form === '02' ? 'check' : 'close'} />
          {form === '02' ? t('given') : t('refused')}
        </p>
        {form === '02' && (
          <>
            <p className={outcome.code}>{returnCode}</p>
            <p className={outcome.small}>{t('givenCode')}</p>
          </>
        )}
      </div>
      <OutcomePart>
        <p className={outcome.who}>{name === '' ? receipt('receivedUnnamed') : name}</p>
        <p>{assessment.procedure?.shortName}</p>
        <p className={outcome.small}>
          {form === '02'
            ? t('givenLines', { n, round: assessment.guidance?.round ?? 1 })
            : (assessment.refusal?.reason ?? '')}
        </p>
      </OutcomePart>
      <OutcomePart>
        <Printed
          printing={printing}
          file={form === '02' ? returnCode.replaceAll(' ', '-') : t('refusalFile')}
          sent={(printer) => (form === '02' ? t('printedGuidance', { printer }) : t('printedRefusal', { printer }))}
        />
      </OutcomePart>
    </Outcome>
  );
}
