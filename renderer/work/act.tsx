import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Approval } from '../../contract/desk/approval.ts';
import type { DossierForm } from '../../domain/dossier/events/slip.ts';
import { useApproved } from '../approval/use-approved.tsx';
import { ProblemLine } from '../sign-in/ProblemLine.tsx';
import { useLate } from '../sign-in/use-call.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';

/** What was done, for the panel: in words, and the form that is now to be printed. */
export interface Did {
  readonly words: string;
  readonly print?: DossierForm;
}

/** What every form of a step is given. */
export interface StepFormProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onDone: (did: Did) => void;
}

export interface ActBoxProps<T> {
  readonly title: string;
  /** What the rule says of this step, first. */
  readonly rule: ReactNode;
  /** A verb that names the result. */
  readonly act: string;
  /** What is still missing before it can be done. */
  readonly missing: string | null;
  readonly write: (approval: Approval | null) => Promise<T>;
  readonly onClose: () => void;
  readonly onDone: (value: T) => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** The form of one step over the screen. Past a limit of the law it asks for a supervisor's approval and goes on. */
export function ActBox<T>(props: ActBoxProps<T>): ReactNode {
  const t = useTranslations('work');
  const { title, rule, act, missing, write, onClose, onDone, children, wide = false } = props;
  const approved = useApproved(write, { title, safe: t('notNow'), act }, onDone);
  const late = useLate(approved.pending);
  return (
    <QuestionBox
      title={title}
      rule={rule}
      safe={{ label: t('notNow'), onPress: onClose }}
      act={{
        label: act,
        onPress: () => {
          if (missing === null) approved.run();
        },
        missing,
      }}
      wide={wide}
    >
      {children}
      <ProblemLine problem={approved.problem} waiting={late ? t('saving') : null} />
      {approved.box}
    </QuestionBox>
  );
}
