import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { PersonAtDesk } from '../../contract/desk/session.ts';
import { cx } from '../ui/cx.ts';
import { Keycap } from '../ui/Keycap.tsx';
import { useKey } from '../ui/keyboard.tsx';
import { keyActions, keyShortcut, type KeyAction } from '../ui/keys.ts';
import { NameAndPassword } from './NameAndPassword.tsx';
import styles from './Roster.module.css';
import { SecretForm } from './SecretForm.tsx';
import { SideTitle } from './TwoSides.tsx';
import { useSignIn } from './use-session-call.ts';
import { personDuty, rosterOrder } from './words.ts';

/** Who is signing in. `typed`: somebody who is not on the list. */
export interface Choice {
  readonly login: string;
  readonly typed?: boolean;
  /** Filled in from the demonstration's list. */
  readonly password?: string;
}

export interface RosterProps {
  readonly people: readonly PersonAtDesk[];
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice | null) => void;
}

/** Everybody who may sign in here; the chosen row opens for the password. Up and down, digits, Enter, Esc. */
export function Roster({ people, choice, onChoose }: RosterProps): ReactNode {
  const t = useTranslations('signIn');
  const roleWord = useTranslations('role');
  const list = useRef<HTMLUListElement>(null);
  const rows = [...rosterOrder(people).map((person) => ({ login: person.login, person })), { login: '', person: null }];
  const at =
    choice === null ? -1 : choice.typed === true ? rows.length - 1 : rows.findIndex((r) => r.login === choice.login);
  const choose = (index: number): void => {
    const row = rows[index];
    if (row !== undefined) onChoose(row.person === null ? { login: '', typed: true } : { login: row.login });
  };
  const close = (): void => {
    onChoose(null);
    list.current?.querySelectorAll<HTMLElement>('button[aria-expanded]')[Math.max(0, at)]?.focus();
  };
  useKey('back', close, { when: choice !== null });
  // Once: later the focus is where the person put it.
  const startsOpen = useRef(choice !== null);
  useEffect(() => {
    if (!startsOpen.current) list.current?.querySelector<HTMLElement>('button[aria-expanded]')?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    if (at >= 0) return choose(Math.max(0, Math.min(rows.length - 1, at + step)));
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button[aria-expanded]') ?? [])];
    const focused = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.max(0, Math.min(rows.length - 1, focused + step))]?.focus();
  };

  return (
    <>
      <SideTitle>{t('who')}</SideTitle>
      <ul ref={list} className={styles.list} aria-label={t('list')} onKeyDown={onKeyDown}>
        {rows.map(({ login, person }, index) => (
          <Row
            key={login}
            name={person?.name ?? t('other')}
            duty={person === null ? '' : personDuty(person, { receives: t('receives'), role: roleWord(person.role) })}
            action={digit(index, rows.length)}
            chosen={index === at}
            reached={index === Math.max(0, at)}
            onChoose={() => (index === at ? close() : choose(index))}
          >
            {person === null ? (
              <NameAndPassword login={choice?.login} password={choice?.password} />
            ) : (
              <PasswordOf login={login} password={choice?.password} />
            )}
          </Row>
        ))}
      </ul>
    </>
  );
}

/** 1 to 9; on a longer list 0 is whoever is not on it. */
function digit(index: number, count: number): KeyAction | undefined {
  const n = index < 9 ? index + 1 : index === count - 1 ? 0 : null;
  return keyActions.find((action) => action === `choice${n}`);
}

interface RowProps {
  readonly name: string;
  readonly duty: string;
  readonly action: KeyAction | undefined;
  readonly chosen: boolean;
  /** The row the Tab key comes to. */
  readonly reached: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Row({ name, duty, action, chosen, reached, onChoose, children }: RowProps): ReactNode {
  useKey(action, onChoose, { name });
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li ref={row} className={cx(styles.row, chosen && styles.chosen)}>
      <button
        type="button"
        className={styles.name}
        tabIndex={reached ? 0 : -1}
        aria-expanded={chosen}
        aria-keyshortcuts={action === undefined ? undefined : keyShortcut(action)}
        onClick={onChoose}
      >
        <span className={styles.key}>{action !== undefined && <Keycap action={action} />}</span>
        <span className={styles.word}>{name}</span>
        <span className={styles.duty}>{duty}</span>
      </button>
      {chosen && <div className={styles.open}>{children}</div>}
    </li>
  );
}

function PasswordOf({ login, password }: { readonly login: string; readonly password: string | undefined }): ReactNode {
  const t = useTranslations('signIn');
  const signIn = useSignIn();
  return (
    <SecretForm
      label={t('password')}
      act={t('act')}
      initial={password ?? ''}
      problem={signIn.problem}
      waiting={signIn.late ? t('waiting') : null}
      onSubmit={(secret) => signIn.run({ login, password: secret })}
    />
  );
}
