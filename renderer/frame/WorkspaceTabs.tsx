import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './WorkspaceTabs.module.css';
import { Keycap } from '../ui/Keycap.tsx';
import { cx } from '../ui/cx.ts';
import { useKey } from '../ui/keyboard.tsx';
import { keyShortcut, type KeyAction } from '../ui/keys.ts';

export type WorkspaceKey = Extract<KeyAction, `workspace${number}`>;

export interface Workspace {
  readonly key: string;
  readonly label: string;
  readonly action: WorkspaceKey;
  /** How many are due today; none is no badge. */
  readonly dueToday?: number;
}

export interface WorkspaceTabsProps {
  readonly workspaces: readonly Workspace[];
  readonly current: string | null;
  readonly onGo: (key: string) => void;
}

/** The workspaces of a role, as tabs that open onto the sheet. */
export function WorkspaceTabs({ workspaces, current, onGo }: WorkspaceTabsProps): ReactNode {
  const t = useTranslations('frame');
  return (
    <nav className={styles.tabs} aria-label={t('workspaces')}>
      {workspaces.map((workspace) => (
        <Tab key={workspace.key} workspace={workspace} current={workspace.key === current} onGo={onGo} />
      ))}
    </nav>
  );
}

interface TabProps {
  readonly workspace: Workspace;
  readonly current: boolean;
  readonly onGo: (key: string) => void;
}

function Tab({ workspace, current, onGo }: TabProps): ReactNode {
  const t = useTranslations('frame');
  const go = (): void => onGo(workspace.key);
  const due = workspace.dueToday ?? 0;
  useKey(workspace.action, go, { name: workspace.label });
  return (
    <button
      type="button"
      className={cx(styles.tab, current && styles.current)}
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={keyShortcut(workspace.action)}
      onClick={go}
    >
      <span className={styles.label} data-label={workspace.label}>
        {workspace.label}
      </span>
      {due > 0 && (
        <span className={styles.badge}>
          {due}
          <span className={styles.spoken}> {t('dueToday', { n: due })}</span>
        </span>
      )}
      <Keycap action={workspace.action} plain />
    </button>
  );
}
