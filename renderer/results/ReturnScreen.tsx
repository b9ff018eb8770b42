import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { ResultPage } from '../../contract/desk/results.ts';
import { useApproved } from '../approval/use-approved.tsx';
import { desk } from '../app/desk-client.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useNow } from '../app/now.tsx';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { goOn } from '../receipt/go.ts';
import { CollectorSection } from './CollectorSection.tsx';
import { FeePart } from './FeePart.tsx';
import { missing, toInput, type ReturnForm } from './form.ts';
import type { Given } from './GivenSide.tsx';
import { PapersPart } from './PapersPart.tsx';
import { ReturnSide } from './ReturnSide.tsx';
import { SignPart } from './SignPart.tsx';
import styles from './Results.module.css';

export interface ReturnScreenProps {
  readonly page: ResultPage;
  readonly form: ReturnForm;
  readonly onChange: (change: Partial<ReturnForm>) => void;
  readonly said: ReactNode;
  readonly onBack: () => void;
  readonly onGiven: (given: Given) => void;
}

/** One result going out: who collects, what goes with it, the fee, the signature. */
export function ReturnScreen({ page, form, onChange, said, onBack, onGiven }: ReturnScreenProps): ReactNode {
  const t = useTranslations('results');
  const now = useNow();
  const sheet = useRef<HTMLDivElement>(null);
  // Asked for twice, a payment is taken once.
  const [paymentId] = useState(() => crypto.randomUUID());
  const approved = useApproved<CallOutput<'results.return'>>(
    (approval) => desk('results.return', { ...toInput(form, page, { at: now, paymentId }), approval }),
    { title: t('approveTitle'), safe: t('approveSafe'), act: t('approveAct') },
    ({ at }) => onGiven(givenOf(page, form, at)),
  );
  useEffect(() => {
    sheet.current?.querySelector<HTMLElement>('input:checked')?.focus();
    // Once: the cursor stands on who collects.
  }, []);
  const give = (): void => {
    if (missing(form, page) === null) approved.run();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey || event.nativeEvent.isComposing)
      return;
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || event.defaultPrevented) return;
    event.preventDefault();
    goOn(target, event.currentTarget);
  };
  return (
    <DeskFrame
      outcome={
        <ReturnSide
          page={page}
          form={form}
          pending={approved.pending}
          said={approved.problem === null ? said : <ProblemNotice problem={approved.problem} />}
          onGive={give}
          onBack={onBack}
        />
      }
    >
      <SheetHead title={page.row.code} fact={page.row.procedure} />
      <SheetBody>
        <div ref={sheet} className={styles.sheet} onKeyDown={onKeyDown} role="presentation">
          <CollectorSection form={form} page={page} onChange={onChange} />
          <PapersPart form={form} page={page} onChange={onChange} />
          <FeePart form={form} page={page} onChange={onChange} />
          <SignPart form={form} onChange={onChange} />
        </div>
      </SheetBody>
      {approved.box}
    </DeskFrame>
  );
}

function givenOf(page: ResultPage, form: ReturnForm, at: string): Given {
  const { row, applicant, submitter } = page;
  const names = {
    applicant: applicant?.name ?? row.name,
    submitter: submitter?.person.name ?? '',
    authorised: form.name,
    post: form.postNumber.trim(),
  };
  const isPost = form.collector === 'post';
  return {
    kind: isPost ? 'post' : row.kind,
    code: row.code,
    procedure: row.procedure,
    to: names[form.collector],
    signature: isPost ? 'post' : form.signature,
    at,
  };
}
