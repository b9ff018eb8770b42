import type { ReactNode } from 'react';
import type { CallOutput } from '../../contract/desk.ts';
import { useSay } from '../app/say.ts';
import type { Did } from './act.tsx';
import { AssignForm } from './forms/AssignForm.tsx';
import { ExtendForm } from './forms/ExtendForm.tsx';
import { FinancialForm } from './forms/FinancialForm.tsx';
import { FulfilForm } from './forms/FulfilForm.tsx';
import { OpinionForm } from './forms/OpinionForm.tsx';
import { RecordSupplementForm } from './forms/RecordSupplementForm.tsx';
import { ResultForm } from './forms/ResultForm.tsx';
import { StepForm } from './forms/StepForm.tsx';
import { StopForm } from './forms/StopForm.tsx';
import { SupplementForm } from './forms/SupplementForm.tsx';
import type { ShownStep } from './StepList.tsx';

/** Which form stands over the screen. */
export type Opened = ShownStep | 'assign' | 'step' | 'brought' | 'paid';

export interface StepDialogProps {
  readonly opened: Opened;
  readonly sheet: CallOutput<'processing.get'>;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onDone: (did: Did) => void;
}

/** The form of the step that was chosen. */
export function StepDialog({ opened, sheet, colleagues, onClose, onDone }: StepDialogProps): ReactNode {
  const say = useSay();
  const common = { id: sheet.id, onClose, onDone };
  const found = sheet.steps.find((step) => step.kind === opened);
  const rule = found === undefined ? '' : say(found.words);
  const { start } = sheet;
  switch (opened) {
    case 'supplement':
      return <SupplementForm {...common} papers={start.papers} rule={rule} />;
    case 'opinion':
      return <OpinionForm {...common} opinions={sheet.opinions} head={start.head} rule={rule} />;
    case 'financial':
      return <FinancialForm {...common} rule={rule} />;
    case 'extend':
      return <ExtendForm {...common} start={start} rule={rule} />;
    case 'decline':
      return <ResultForm {...common} outcome="declined" start={start} rule={rule} />;
    case 'finish':
      return <ResultForm {...common} outcome="granted" start={start} rule={rule} />;
    case 'stop':
      return <StopForm {...common} start={start} rule={rule} />;
    case 'assign':
      return <AssignForm {...common} colleagues={colleagues} assignee={sheet.assignee} />;
    case 'step':
      return <StepForm {...common} />;
    case 'brought':
      return <RecordSupplementForm {...common} demands={sheet.demands} due={sheet.dueAfterWait} />;
    case 'paid':
      return <FulfilForm {...common} duty={sheet.duty} due={sheet.dueAfterWait} />;
  }
}
