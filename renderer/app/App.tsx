import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { Preferences, Session } from '../../contract/desk/session.ts';
import { Frame } from '../frame/Frame.tsx';
import { SheetBody } from '../frame/SheetHead.tsx';
import { TitleBar } from '../frame/TitleBar.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { ReceiptScreen } from '../receipt/ReceiptScreen.tsx';
import { leave } from '../receipt/work.ts';
import { useCorrection } from '../stores/correction.ts';
import { usePlace } from '../stores/place.ts';
import { useResults } from '../stores/results.ts';
import { Button } from '../ui/Button.tsx';
import type { Appearance } from '../ui/theme.ts';
import { DeskFrame, workspaceNames } from './DeskFrame.tsx';
import { DeskStatus } from './DeskStatus.tsx';
import { NowProvider } from './now.tsx';
import {
  AdminScreen,
  BoardScreen,
  BooksScreen,
  DisplayScreen,
  DossierScreen,
  EnrolmentScreen,
  HandoverScreen,
  KioskScreen,
  LockScreen,
  ProvinceScreen,
  ResultsScreen,
  SetUpScreen,
  SignInScreen,
  UnsealScreen,
  WorkScreen,
} from './parts.ts';
import { forgetPerson, useDesk, useTopics } from './queries.ts';

/** The whole page: which screen stands there is decided by the session alone. */
export function App({ onAppearance }: { readonly onAppearance: (appearance: Appearance) => void }): ReactNode {
  useTopics();
  const session = useDesk('session.get', {}, ['session']);
  const screen = useDesk('screen.get', {}, ['session', 'hall'], { when: session.data?.machine === 'ready' }).data
    ?.screen;
  usePreferences(onAppearance, screen !== 'kiosk' && screen !== 'display');
  usePersonLeaves(session.data);
  return (
    <NowProvider>
      <Suspense fallback={<EmptyFrame />}>
        {session.data !== undefined ? (
          <Screen session={session.data} screen={screen} onAppearance={onAppearance} />
        ) : session.error !== null ? (
          <Failed error={session.error} onRetry={() => void session.refetch()} />
        ) : (
          <EmptyFrame />
        )}
      </Suspense>
    </NowProvider>
  );
}

interface ScreenProps {
  readonly session: Session;
  /** Which page this machine shows; undefined: not told yet, or the machine is not ready. */
  readonly screen: CallOutput<'screen.get'>['screen'] | undefined;
  readonly onAppearance: (appearance: Appearance) => void;
}

function Screen({ session, screen, onAppearance }: ScreenProps): ReactNode {
  const workspace = usePlace((place) => place.workspace);
  if (session.machine === 'sealed') return <UnsealScreen />;
  if (session.machine === 'new') return <EnrolmentScreen />;
  // A machine of the waiting room is nobody's desk: its page comes before the sign-in.
  if (screen === undefined) return <EmptyFrame />;
  if (screen === 'kiosk') return <KioskScreen onAppearance={onAppearance} />;
  if (screen === 'display') return <DisplayScreen onAppearance={onAppearance} />;
  if (screen === 'setUp') return <SetUpFrame />;
  if (session.user === null) return <SignInScreen />;
  if (session.locked) return <LockScreen />;
  const names = workspaceNames(session.user.role);
  const shown = names.includes(workspace) ? workspace : names[0];
  if (shown === undefined) return <DeskFrame>{null}</DeskFrame>;
  switch (shown) {
    case 'receipt':
      return <ReceiptScreen user={session.user.id} />;
    case 'results':
      return <ResultsScreen />;
    case 'work':
      return <WorkScreen />;
    case 'handover':
    case 'intake':
      return <HandoverScreen />;
    case 'dossiers':
      return <DossierScreen />;
    case 'books':
      return <BooksScreen />;
    case 'board':
      return <BoardScreen />;
    case 'province':
      return <ProvinceScreen />;
    case 'admin':
      return <AdminScreen />;
  }
}

/** When somebody leaves or locks, nothing of theirs stays in the page; what they typed is in the desk's draft. */
function usePersonLeaves(session: Session | undefined): void {
  const client = useQueryClient();
  const before = useRef<string | null>(null);
  const here = session === undefined || session.user === null || session.locked ? null : session.user.id;
  useEffect(() => {
    if (before.current !== null && before.current !== here) {
      leave();
      useResults.getState().clear();
      useCorrection.getState().clear();
      forgetPerson(client);
      if (here === null) usePlace.getState().open(null);
    }
    before.current = here;
  }, [client, here]);
  const user = session?.user ?? null;
  const first = user === null ? undefined : workspaceNames(user.role)[0];
  const id = user?.id ?? null;
  useEffect(() => {
    // Another person begins where their role begins; unlocking goes on where it was.
    usePlace.getState().reset(first ?? 'receipt');
  }, [id, first]);
}

/** @param isDesk a machine of the waiting room has a look of its own */
function usePreferences(onAppearance: (appearance: Appearance) => void, isDesk: boolean): void {
  const { data } = useDesk('preferences.get', {}, ['session']);
  useEffect(() => {
    if (data !== undefined && isDesk) onAppearance(appearanceOf(data));
  }, [data, isDesk, onAppearance]);
}

function appearanceOf({ theme, textSize, language, keyHints }: Preferences): Appearance {
  return { theme, textSize, language, keyHints };
}

/** The frame before anybody is signed in. */
function EmptyFrame({ children }: { readonly children?: ReactNode }): ReactNode {
  const t = useTranslations('desk');
  const isDemo = useDesk('status.get', {}, ['status', 'session']).data?.demo === true;
  return (
    <Frame title={<TitleBar demo={isDemo ? t('demo') : null} />} status={<DeskStatus />}>
      {children}
    </Frame>
  );
}

function SetUpFrame(): ReactNode {
  return (
    <EmptyFrame>
      <SetUpScreen />
    </EmptyFrame>
  );
}

function Failed({
  error,
  onRetry,
}: {
  readonly error: Parameters<typeof ProblemNotice>[0]['problem'];
  readonly onRetry: () => void;
}): ReactNode {
  const t = useTranslations('desk');
  return (
    <EmptyFrame>
      <SheetBody>
        <ProblemNotice
          problem={error}
          actions={
            <Button size="small" onPress={onRetry}>
              {t('retry')}
            </Button>
          }
        />
      </SheetBody>
    </EmptyFrame>
  );
}
