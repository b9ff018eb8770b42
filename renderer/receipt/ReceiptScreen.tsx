import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { deskBridge } from '../bridge/index.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useNow } from '../app/now.tsx';
import { isSettled, useReceipt } from '../stores/receipt.ts';
import { TurnedPanel } from '../guidance/TurnedPanel.tsx';
import { isUntouched, outcomeOf } from './content.ts';
import { FormSheet } from './FormSheet.tsx';
import { goTo, goToWork } from './go.ts';
import { OutcomePanel } from './OutcomePanel.tsx';
import { Preview } from './Preview.tsx';
import { ReceiptHead } from './ReceiptHead.tsx';
import { ReceiptProblem } from './ReceiptProblem.tsx';
import { ReceivedPanel } from './ReceivedPanel.tsx';
import { mayGoOn, rawOf, takeScan, type ScanQuestion } from './scan-state.ts';
import { ScanNotice } from './ScanNotice.tsx';
import { useScanner } from './use-scanner.ts';
import { assess, atRest, edit, openNew, openReturned, resume, saveNow } from './work.ts';

/** Receiving a dossier (tiếp nhận hồ sơ): the person, what they came for, their papers, and what comes out of it. */
export function ReceiptScreen({ user }: { readonly user: string }): ReactNode {
  const draftId = useReceipt((state) => state.draftId);
  const received = useReceipt((state) => state.received);
  const turned = useReceipt((state) => state.turned);
  const settled = received !== null || turned !== null;
  const outcome = useReceipt((state) => outcomeOf(state.content, state.assessment));
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
      // The next person's card may be on the reader before the desk has answered for this one.
      await atRest();
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
      {draftId !== null && <FormSheet key={draftId} settled={settled} outcome={outcome} />}
      {preview && !settled && <Preview onClose={() => setPreview(false)} />}
    </DeskFrame>
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
