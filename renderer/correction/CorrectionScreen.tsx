import { useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk, problemOf } from '../app/desk-client.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { SheetHead } from '../frame/SheetHead.tsx';
import { FormProvider } from '../receipt/form.ts';
import { FormSheet } from '../receipt/FormSheet.tsx';
import { goTo } from '../receipt/go.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { rawOf, withReadApplicant, type CardReading } from '../receipt/scan-state.ts';
import { useScanner } from '../receipt/use-scanner.ts';
import { useCorrection } from '../stores/correction.ts';
import { CardNotice } from './CardNotice.tsx';
import { CorrectedPanel } from './CorrectedPanel.tsx';
import { CorrectionPanel } from './CorrectionPanel.tsx';
import { ReasonSection } from './ReasonSection.tsx';
import { correctionForm } from './work.ts';

/** A receipt put right (sửa hồ sơ đã tiếp nhận): the same form; what changes, and what follows, stands beside it. */
export function CorrectionScreen(): ReactNode {
  const t = useTranslations('correction');
  const code = useCorrection((state) => state.code);
  const problem = useCorrection((state) => state.problem);
  const corrected = useCorrection((state) => state.corrected);
  const [asked, setAsked] = useState<CardReading | null>(null);
  const leave = (): void => useCorrection.getState().clear();
  useEffect(() => goTo('person'), []);
  // A card read here puts the applicant right; what it changes stands beside the form before anything is kept.
  useScanner((scan) => {
    desk('scan.read', { raw: rawOf(scan) }).then(
      (reading) => {
        if (useCorrection.getState().corrected !== null) return;
        const isSure = reading.kind === 'read' && reading.confidence === 'certain';
        setAsked(isSure ? null : reading);
        if (isSure) correctionForm.edit((content) => withReadApplicant(content, reading));
      },
      (thrown: unknown) => useCorrection.getState().failed(problemOf(thrown)),
    );
  });
  return (
    <FormProvider value={correctionForm}>
      <DeskFrame
        outcome={
          corrected === null ? (
            <CorrectionPanel onLeave={leave} />
          ) : (
            <CorrectedPanel corrected={corrected} onLeave={leave} />
          )
        }
      >
        <SheetHead
          title={corrected === null ? t('title', { code }) : t('titleDone', { code })}
          fact={corrected === null ? t('fact') : undefined}
        />
        {problem !== null && <ProblemNotice problem={problem} />}
        {asked !== null && (
          <CardNotice
            reading={asked}
            onUse={(reading) => {
              correctionForm.edit((content) => withReadApplicant(content, reading));
              setAsked(null);
            }}
            onDrop={() => setAsked(null)}
          />
        )}
        <FormSheet settled={corrected !== null} outcome="receive">
          {corrected === null && <ReasonSection />}
        </FormSheet>
      </DeskFrame>
    </FormProvider>
  );
}
