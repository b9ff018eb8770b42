import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../app/queries.ts';
import { usePlace } from '../stores/place.ts';
import { useReceipt } from '../stores/receipt.ts';
import { Dialog } from '../ui/QuestionBox.tsx';
import { ChooseAdvice } from './ChooseAdvice.tsx';
import { choiceOf, nothingChosen, type AdviceChoice } from './choice.ts';
import { TurnedSheet } from './TurnedSheet.tsx';
import { useTelling } from './use-telling.ts';

/**
 * Alt Y: guidance about a procedure, with or without a dossier. What lies open on the receipt screen is turned to the
 * citizen at once; else it is chosen first.
 */
export function AdvicePanel(): ReactNode {
  const t = useTranslations('advice');
  const { workspace, open } = usePlace();
  const [choice, setChoice] = useState<AdviceChoice>(() =>
    workspace === 'receipt' ? choiceOf(useReceipt.getState().content) : nothingChosen,
  );
  const [turned, setTurned] = useState(choice.code !== null);
  const telling = useTelling();
  const { data, error, isPlaceholderData } = useDesk(
    'advice.sheet',
    { procedureCode: choice.code ?? '', caseId: choice.caseId, channel: choice.channel },
    ['reference'],
    { when: choice.code !== null },
  );
  const about = choice.code !== null && data?.code === choice.code ? data : null;
  // A procedure with one case leaves nothing to choose.
  const whole = { ...choice, caseId: choice.caseId ?? about?.caseId ?? null };
  const close = (): void => open(null);
  // Nobody is shown the sheet of the case before.
  if (turned && !isPlaceholderData && about !== null && about.sheet !== null) {
    return (
      <TurnedSheet
        code={about.code}
        name={about.name}
        sheet={about.sheet}
        choice={whole}
        telling={telling}
        onBack={() => setTurned(false)}
      />
    );
  }
  return (
    <Dialog title={t('panelTitle')} onClose={close} wide>
      <ChooseAdvice
        choice={whole}
        about={about}
        problem={error}
        telling={telling}
        onChoice={setChoice}
        onShow={() => setTurned(true)}
        onPrint={() => telling.print(whole)}
        onClose={close}
      />
    </Dialog>
  );
}
