import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { deskBridge } from '../bridge/index.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useNow } from '../app/now.tsx';
import { SheetBody } from '../frame/SheetHead.tsx';
import { isSettled, useReceipt } from '../stores/receipt.ts';
import { TurnedPanel } from '../guidance/TurnedPanel.tsx';
import { cx } from '../ui/cx.ts';
import { isUntouched, outcomeOf } from './content.ts';
import { useFit, useRoom } from './fit.ts';
import { goOn, goTo, goToWork } from './go.ts';
import { OutcomePanel } from './OutcomePanel.tsx';
import { PapersSection } from './PapersSection.tsx';
import { PersonSection } from './PersonSection.tsx';
import { Preview } from './Preview.tsx';
import { ProcedureSection } from './ProcedureSection.tsx';
import { ReceiptHead } from './ReceiptHead.tsx';
import { ReceiptProblem } from './ReceiptProblem.tsx';
import styles from './Receipt.module.css';
import { ReceivedPanel } from './ReceivedPanel.tsx';
import { ResultSection } from './ResultSection.tsx';
import { mayGoOn, rawOf, takeScan, type ScanQuestion } from './scan-state.ts';
import { ScanNotice } from './ScanNotice.tsx';
import { usePart } from './use-part.ts';
import { useScanner } from './use-scanner.ts';
import { assess, edit, openNew, openReturned, resume, saveNow } from './work.ts';

/** Receiving a dossier (tiếp nhận hồ sơ): the person, what they came for, their papers, and what comes out of it. */
export function ReceiptScreen({ user }: { readonly user: string }): ReactNode {
  const draftId = useReceipt((state) => state.draftId);
  const received = useReceipt((state) => state.received);
  const turned = useReceipt((state) => state.turned);
  const settled = received !== null || turned !== null;
  const [asked, setAsked] = useState<ScanQuestion | null>(null);
  const [preview, setPreview] = useState(false);
  useOpened(user);
  useFresh();
  useSaved();

  const begin = useCallback(
    async (from: string | null = null): Promise<void> => {
      setAsked(null);
      setPreview(false);
      await openNew(user, from);
    },
    [user],
  );
  const keepDraft = async (): Promise<void> => {
    const { content, problem } = useReceipt.getState();
    if (content === null || isUntouched(content)) return;
    await saveNow();
    if (useReceipt.getState().problem === problem) await begin();
  };
  const onScan = async (scan: Parameters<typeof rawOf>[0]): Promise<void> => {
    try {
      const reading = await desk('scan.read', { raw: rawOf(scan) });
      // Received already: the next card on the reader is the next person.
      if (isSettled(useReceipt.getState()) && reading.kind === 'read') await begin();
      const { content } = useReceipt.getState();
      if (content === null) return;
      // Somebody is back with what was missing, and nobody else's work lies here: it is open at once.
      if (
        reading.kind === 'dossier' &&
        mayGoOn(reading.state) &&
        (isSettled(useReceipt.getState()) || isUntouched(content))
      ) {
        setAsked(null);
        await openReturned(user, reading.dossierId);
        return;
      }
      const taken = takeScan(content, reading, false);
      if ('ask' in taken) return setAsked(taken.ask);
      setAsked(null);
      edit(() => taken.content);
      goToWork(useReceipt.getState().content?.procedureCode ?? null);
    } catch (thrown) {
      useReceipt.getState().failed(problemOf(thrown));
    }
  };
  useScanner((scan) => void onScan(scan));
  return (
    <DeskFrame
      outcome={
        turned !== null ? (
          <TurnedPanel turned={turned} onNext={() => void begin()} />
        ) : received === null ? (
          <OutcomePanel onKeepDraft={() => void keepDraft()} onPreview={() => setPreview(true)} />
        ) : (
          <ReceivedPanel
            received={received}
            onNext={() => void begin()}
            onNextOfPerson={() => void begin(received.reply.dossierId)}
          />
        )
      }
    >
      <ReceiptHead />
      <ReceiptProblem user={user} onNew={() => void begin()} />
      {asked !== null && <ScanNotice user={user} question={asked} onDone={() => setAsked(null)} onNew={begin} />}
      {draftId !== null && <Sheet key={draftId} settled={settled} />}
      {preview && !settled && <Preview onClose={() => setPreview(false)} />}
    </DeskFrame>
  );
}

function Sheet({ settled }: { readonly settled: boolean }): ReactNode {
  const t = useTranslations('receipt');
  const sheet = useRef<HTMLDivElement>(null);
  const room = useRoom();
  const [part, setPart] = usePart(sheet);
  const [openPaper, setOpenPaper] = useState<string | null>(null);
  const content = useReceipt((state) => state.content);
  const assessment = useReceipt((state) => state.assessment);
  const procedure = assessment?.procedure ?? null;
  const outcome = useReceipt((state) => outcomeOf(state.content, state.assessment));
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
          <PapersSection dense={fit >= 3} open={openPaper} onOpen={setOpenPaper} />
        </div>
        {/* What is not received has no result to give: its place is the papers'. */}
        {outcome === 'receive' && (
          <div className={styles.part} data-part="4">
            <ResultSection dense={fit >= 3} />
          </div>
        )}
      </div>
    </SheetBody>
  );
}

/** What this person was working on is there again, else a new dossier; the cursor stands on the first thing to do. */
function useOpened(user: string): void {
  const draftId = useReceipt((state) => state.draftId);
  useEffect(() => {
    if (useReceipt.getState().draftId === null) void resume(user);
  }, [user]);
  useEffect(() => {
    if (draftId === null) return;
    const { content } = useReceipt.getState();
    if (content === null || (content.applicant === null && content.submitter === null)) goTo('person');
    else goToWork(content.procedureCode);
  }, [draftId]);
}

/** The day, the line and the data change what stands beside the form. */
function useFresh(): void {
  const now = useNow();
  useEffect(() => assess(), [now]);
  useEffect(() => {
    const ends = (['status', 'dossiers', 'reference'] as const).map((topic) => deskBridge().subscribe(topic, assess));
    return () => ends.forEach((end) => end());
  }, []);
}

/** Leaving the window, or the page, saves at once. */
function useSaved(): void {
  useEffect(() => {
    const save = (): void => void saveNow();
    window.addEventListener('blur', save);
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', save);
    return () => {
      window.removeEventListener('blur', save);
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', save);
      save();
    };
  }, []);
}
