import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './TitleBar.module.css';
import { WorkspaceTabs, type Workspace } from './WorkspaceTabs.tsx';
import { Icon } from '../ui/Icon.tsx';

export interface TitleBarProps {
  readonly workspaces?: readonly Workspace[];
  readonly current?: string | null;
  readonly onGo?: (key: string) => void;
  /** {@link SearchBox} */
  readonly search?: ReactNode;
  /** Who sits here, and where: "Lê Thị Kim Ngân", "Quầy 3, phường Sa Đéc". */
  readonly person?: { readonly name: string; readonly place: string } | null;
  /** Opens what a person sets for themselves; without it the name is words. */
  readonly onPerson?: () => void;
  /** "Bản thử": stands beside the name of the program for as long as the data are invented. */
  readonly demo?: string | null | undefined;
}

/** The window's own bar: under Electron its buttons are the system's overlay, in a browser there are none. */
export function TitleBar({
  workspaces = [],
  current = null,
  onGo,
  search,
  person,
  onPerson,
  demo,
}: TitleBarProps): ReactNode {
  const t = useTranslations('app');
  const who = person !== null && person !== undefined && (
    <>
      <span className={styles.name}>{person.name}</span>
      <span className={styles.place}>{person.place}</span>
    </>
  );
  return (
    <div className={styles.bar}>
      <p className={styles.mark}>
        <Icon name="door" className={styles.door} />
        {t('name')}
        {demo !== null && demo !== undefined && <span className={styles.demo}>{demo}</span>}
      </p>
      <div className={styles.tabs}>
        {workspaces.length > 0 && <WorkspaceTabs workspaces={workspaces} current={current} onGo={onGo ?? (() => {})} />}
      </div>
      <div className={styles.ends}>
        <div className={styles.search}>{search}</div>
        {who !== false &&
          (onPerson === undefined ? (
            <p className={styles.person}>{who}</p>
          ) : (
            <button type="button" className={styles.person} onClick={onPerson}>
              {who}
            </button>
          ))}
      </div>
    </div>
  );
}
