import { useCallback, useEffect, useMemo, useReducer, type ReactNode } from 'react';
import type { Score } from '../../domain/ticket/events.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { useScanner } from '../receipt/use-scanner.ts';
import type { Appearance } from '../ui/theme.ts';
import { CodeView } from './CodeView.tsx';
import { DoneView } from './DoneView.tsx';
import { KioskFrame } from './KioskFrame.tsx';
import { PriorityView } from './PriorityView.tsx';
import { RateView, ThanksView } from './RateView.tsx';
import { atStart, kioskAfter } from './state.ts';
import { StartView } from './StartView.tsx';
import { RefusedView, StoppedView } from './StoppedView.tsx';
import { take } from './take.ts';
import { useHomeAgain } from './use-home.ts';
import { useReading } from './use-reading.ts';

/** The ticket kiosk (máy lấy số): a touch screen that belongs to whoever stands before it, for a minute. */
export function KioskScreen({ onAppearance }: { readonly onAppearance: (look: Appearance) => void }): ReactNode {
  const [kiosk, act] = useReducer(kioskAfter, atStart);
  const { data: view, error, refetch } = useDesk('kiosk.view', {}, ['hall', 'session', 'reference'], { every: 5000 });
  const reading = useReading(kiosk, view);
  const { stop } = reading;
  const home = useCallback(() => {
    stop();
    act({ kind: 'home' });
  }, [stop]);
  useHomeAgain(kiosk, reading.isReading, home);
  const { isBlack, language } = kiosk;
  // As each citizen wants it, and back to the usual look after.
  useEffect(() => {
    onAppearance({ theme: isBlack ? 'contrast' : 'light', textSize: 100, keyHints: false, language });
  }, [isBlack, language, onAppearance]);

  /** Scanned, or typed from a slip. */
  const read = useCallback((text: string) => {
    desk('kiosk.scan', { text }).then(
      (found) => {
        if (found.kind === 'card') act({ kind: 'card', text });
        else if (found.kind === 'slip') act({ kind: 'slip', code: found.code, gives: found.gives });
        else act({ kind: 'badScan' });
      },
      (error: unknown) => {
        const problem = problemOf(error);
        act(problem.code === 'GN-02' ? { kind: 'badScan' } : { kind: 'refused', problem });
      },
    );
  }, []);
  useScanner(useCallback(({ text }) => read(text), [read]));

  const onTake = useCallback(
    (series: string) => {
      stop();
      act({ kind: 'take' });
      const { priority, card, slip, language } = kiosk;
      take({ series, priority, card, slip, language }).then(
        (ticket) => act({ kind: 'taken', ticket }),
        (error: unknown) => act({ kind: 'refused', problem: problemOf(error) }),
      );
    },
    [kiosk, stop],
  );

  const rate = useCallback((ticket: string, score: Score) => {
    desk('kiosk.rate', { ticket, score }).then(
      () => act({ kind: 'rated' }),
      (error: unknown) => act({ kind: 'refused', problem: problemOf(error) }),
    );
  }, []);

  const shown = useMemo(() => {
    // This machine is no kiosk, or its desk does not answer.
    if (view === undefined)
      return error === null ? null : <RefusedView problem={error} onBack={() => void refetch()} />;
    if (kiosk.step === 'done' && kiosk.ticket !== null) return <DoneView ticket={kiosk.ticket} onFinish={home} />;
    if (kiosk.step === 'refused' && kiosk.problem !== null) {
      return <RefusedView problem={kiosk.problem} onBack={home} />;
    }
    if (view.state !== 'open') return <StoppedView view={view} />;
    if (kiosk.step === 'priority') return <PriorityView priorities={view.priorities} act={act} />;
    if (kiosk.step === 'thanks') return <ThanksView onFinish={home} />;
    if (kiosk.step === 'rate') return <RateView toRate={view.toRate} rating={kiosk.rating} act={act} onRate={rate} />;
    if (kiosk.step === 'code') return <CodeView kiosk={kiosk} act={act} onCode={read} />;
    return <StartView view={view} kiosk={kiosk} act={act} onTake={onTake} />;
  }, [view, error, refetch, kiosk, home, onTake, rate, read]);

  return (
    <KioskFrame kiosk={kiosk} view={view} act={act} reading={reading}>
      {shown}
    </KioskFrame>
  );
}
