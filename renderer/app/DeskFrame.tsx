import { Suspense, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Session } from '../../contract/desk/session.ts';
import { Frame } from '../frame/Frame.tsx';
import { TitleBar } from '../frame/TitleBar.tsx';
import type { Workspace } from '../frame/WorkspaceTabs.tsx';
import { HallLost } from '../hall/HallLost.tsx';
import { saveNow } from '../receipt/work.ts';
import { SearchPanel } from '../search/SearchPanel.tsx';
import { useBoardAlert } from '../supervision/use-board-alert.ts';
import { usePlace, workspaces, type WorkspaceName } from '../stores/place.ts';
import { useKey } from '../ui/keyboard.tsx';
import { useActivity } from './activity.ts';
import { desk } from './desk-client.ts';
import { DeskRail } from './DeskRail.tsx';
import { DeskStatus } from './DeskStatus.tsx';
import { useDesk } from './queries.ts';
import { AdvicePanel, AttentionTray, SettingsDialog, WorkRail } from './parts.ts';

export interface DeskFrameProps {
  /** The sheet. */
  readonly children: ReactNode;
  readonly outcome?: ReactNode;
  /** The province's board has a narrower one. */
  readonly outcomeSize?: 'office' | 'province';
  /** A counter's rail; administrators sit at no counter. */
  readonly rail?: boolean;
}

/** The frame of everybody signed in: workspaces, search, who and where; the rail of a counter; the status bar. */
export function DeskFrame({ children, outcome, outcomeSize = 'office', rail = true }: DeskFrameProps): ReactNode {
  const t = useTranslations();
  const { workspace, panel, go, open, show } = usePlace();
  const session = useDesk('session.get', {}, ['session']).data;
  useActivity();
  const user = session?.user ?? null;
  const where = [user?.unit ?? session?.counter?.name, session?.office?.shortName].filter((word) => word !== undefined);
  const isUnit = user?.role === 'unitOfficer';
  const dueToday = useDesk('processing.list', { list: 'working' }, ['dossiers'], { every: 60_000, when: isUnit }).data
    ?.dueToday;
  const isAtCounter = user !== null && isCounter(user.role);
  useKey('lock', () => void lockScreen());
  useKey('turnToCitizen', () => open('advice'), { when: isAtCounter });
  useKey('drafts', () => show('drafts'), { when: isAtCounter });
  const toCheck = useDesk('submitted.list', {}, ['dossiers', 'drafts'], { every: 60_000, when: isAtCounter }).data?.due;
  const ready = useDesk('results.count', {}, ['dossiers', 'status'], { when: isAtCounter }).data?.today ?? 0;
  const handover = useDesk('handover.today', {}, ['dossiers', 'status', 'reference'], {
    every: 60_000,
    when: user !== null && reads(user.role),
  });
  const toHandOver = handover.data?.due ?? 0;
  const reminded = useDesk('board.reminders', {}, ['board', 'status'], {
    every: 30_000,
    when: user?.role === 'supervisor',
  }).data;
  const alert = useBoardAlert(user);
  const board = (reminded?.filter(({ answer }) => answer === null).length ?? 0) + (alert === null ? 0 : 1);
  const due = {
    board,
    work: dueToday ?? 0,
    handover: toHandOver,
    intake: toHandOver,
    results: ready,
    dossiers: toCheck ?? 0,
  };
  return (
    <>
      <Frame
        title={
          <TitleBar
            workspaces={session === undefined ? [] : workspacesOf(session, t, due)}
            current={workspace}
            onGo={(key) => {
              if (isWorkspace(key)) go(key);
            }}
            search={user !== null && reads(user.role) ? <SearchPanel receives={isAtCounter} /> : undefined}
            person={user === null ? null : { name: user.name, place: where.join(', ') }}
            onPerson={() => open('settings')}
            demo={session?.demo === null || session === undefined ? null : t('desk.demo')}
          />
        }
        rail={railOf(rail ? user : null)}
        {...(isUnit ? { railName: t('work.rail') } : {})}
        outcome={outcome}
        outcomeSize={outcomeSize}
        notice={<HallLost />}
        status={
          <DeskStatus
            onAttention={user !== null && reads(user.role) ? () => open('attention') : undefined}
            {...(alert === null || workspace === 'board' ? {} : { alert })}
            {...(user?.role === 'supervisor' ? { onAlert: () => go('board') } : {})}
          />
        }
      >
        {children}
      </Frame>
      {panel === 'settings' && quiet(<SettingsDialog />)}
      {panel === 'attention' && quiet(<AttentionTray />)}
      {panel === 'advice' && isAtCounter && quiet(<AdvicePanel />)}
    </>
  );
}

/** A counter's rail, or the lists of a processing unit; others sit at neither. */
function railOf(user: Session['user']): ReactNode {
  if (user === null) return undefined;
  if (isCounter(user.role)) return <DeskRail />;
  return user.role === 'unitOfficer' ? quiet(<WorkRail />) : undefined;
}

/** Loaded in a moment; the rest of the frame does not wait for it. */
const quiet = (part: ReactNode): ReactNode => <Suspense fallback={null}>{part}</Suspense>;

/** Locks after what was typed is safe; a desk that does not answer locks by itself when idle. */
async function lockScreen(): Promise<void> {
  await saveNow();
  await desk('session.lock', {}).catch(() => undefined);
}

/** Those who may look dossiers of the office up. */
function reads(role: NonNullable<Session['user']>['role']): boolean {
  return isCounter(role) || role === 'unitOfficer';
}

export function isCounter(role: NonNullable<Session['user']>['role']): boolean {
  return role === 'officer' || role === 'supervisor';
}

/** The workspaces of this release a role has; the first is where it begins. */
export function workspaceNames(role: NonNullable<Session['user']>['role']): WorkspaceName[] {
  switch (role) {
    case 'officer':
      return ['receipt', 'handover', 'results', 'dossiers', 'books'];
    case 'supervisor':
      return ['receipt', 'handover', 'results', 'dossiers', 'books', 'board'];
    case 'unitOfficer':
      return ['work', 'intake', 'dossiers'];
    case 'administrator':
      return ['admin'];
    case 'provincialViewer':
      return ['province'];
  }
}

function workspacesOf(
  session: Session,
  t: ReturnType<typeof useTranslations<never>>,
  dueToday: Readonly<Partial<Record<WorkspaceName, number>>>,
): Workspace[] {
  const labels: Readonly<Record<WorkspaceName, string>> = {
    receipt: t('workspace.receipt'),
    handover: t('workspace.handover'),
    intake: t('workspace.intake'),
    work: t('workspace.unit'),
    results: t('workspace.results'),
    dossiers: t('workspace.dossiers'),
    books: t('workspace.books'),
    board: t('workspace.board'),
    province: t('workspace.province'),
    admin: t('desk.admin'),
  };
  const actions = ['workspace1', 'workspace2', 'workspace3', 'workspace4', 'workspace5', 'workspace6'] as const;
  const names = session.user === null ? [] : workspaceNames(session.user.role);
  return names.flatMap((name, index) => {
    const action = actions[index];
    return action === undefined ? [] : [{ key: name, label: labels[name], action, dueToday: dueToday[name] ?? 0 }];
  });
}

function isWorkspace(key: string): key is WorkspaceName {
  return workspaces.some((name) => name === key);
}
