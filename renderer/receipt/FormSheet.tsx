import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { SheetBody } from '../frame/SheetHead.tsx';
import { cx } from '../ui/cx.ts';
import type { OutcomeName } from './content.ts';
import { useFit, useRoom } from './fit.ts';
import { useForm } from './form.ts';
import { goOn } from './go.ts';
import { PapersSection } from './PapersSection.tsx';
import { PersonSection } from './PersonSection.tsx';
import { ProcedureSection } from './ProcedureSection.tsx';
import styles from './Receipt.module.css';
import { ResultSection } from './ResultSection.tsx';
import { usePart } from './use-part.ts';

/** The parts of a form under each other: person, procedure, papers, result; drawn together until nothing must scroll. */
export function FormSheet({
  settled,
  outcome,
  children,
}: {
  /** Says what was, and takes nothing more. */
  readonly settled: boolean;
  readonly outcome: OutcomeName;
  /** A further part, below the others. */
  readonly children?: ReactNode;
}): ReactNode {
  const t = useTranslations('receipt');
  const sheet = useRef<HTMLDivElement>(null);
  const room = useRoom();
  const [part, setPart] = usePart(sheet);
  const [openPaper, setOpenPaper] = useState<string | null>(null);
  const content = useForm((state) => state.content);
  const assessment = useForm((state) => state.assessment);
  const procedure = assessment?.procedure ?? null;
  const about = [
    room,
    outcome,
    // A part stays open while the cursor is in it, whatever the room.
    part === '1' || part === '2' ? part : '',
    procedure?.code,
    procedure?.caseId,
    assessment?.checklist.length,
    content?.submitter === null,
    content?.resultWay,
    assessment?.duplicates.length,
    assessment?.fee.amount,
    openPaper,
  ].join(' ');
  const fit = useFit(sheet, about);
  const named = (content?.applicant?.name ?? '') !== '' || (content?.submitter?.name ?? '') !== '';
  const hasCase = (procedure?.caseId ?? null) !== null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey || event.nativeEvent.isComposing)
      return;
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || event.defaultPrevented) return;
    event.preventDefault();
    const box = event.currentTarget;
    requestAnimationFrame(() => {
      // A known value that was opened has shut itself and taken the focus back.
      if (target.isConnected) goOn(target, box);
    });
  };
  return (
    <SheetBody>
      <div
        ref={sheet}
        className={cx(styles.sheet, settled && styles.settled)}
        inert={settled}
        aria-label={settled ? t('settled') : undefined}
        onKeyDown={onKeyDown}
      >
        <div className={styles.part} data-part="1">
          <PersonSection folded={fit >= 1 && named && part !== '1'} onUnfold={() => setPart('1')} />
        </div>
        <div className={styles.part} data-part="2">
          <ProcedureSection
            dense={fit >= 3}
            folded={fit >= 2 && hasCase && part !== '2'}
            onUnfold={() => setPart('2')}
          />
        </div>
        <div className={styles.part} data-part="3">
          <PapersSection dense={fit >= 3} settled={settled} open={openPaper} onOpen={setOpenPaper} />
        </div>
        {/* What is not received has no result to give: its place is the papers'. */}
        {outcome === 'receive' && (
          <div className={styles.part} data-part="4">
            <ResultSection dense={fit >= 3} />
          </div>
        )}
        {children}
      </div>
    </SheetBody>
  );
}
