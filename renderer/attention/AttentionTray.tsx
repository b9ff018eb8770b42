import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import { isCounter } from '../app/DeskFrame.tsx';
import { since } from '../app/local-time.ts';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { usePlace } from '../stores/place.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { dayNumber } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { DialogKeys, useKey } from '../ui/keyboard.tsx';
import { Keycap } from '../ui/Keycap.tsx';
import { keyShortcut } from '../ui/keys.ts';
import { List, type Column } from '../ui/List.tsx';
import styles from './AttentionTray.module.css';

type Row = CallOutput<'attention.list'>[number];

/** What needs a person (F8), over the screen and out of its way: nothing here holds up other work. */
export function AttentionTray(): ReactNode {
  const t = useTranslations('tray');
  const { open, openDossier } = usePlace();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const session = useDesk('session.get', {}, ['session']).data;
  const rail = session?.user !== null && session?.user !== undefined && isCounter(session.user.role);
  const close = (): void => open(null);
  // Before the effects inside: what they put the focus on must be shown by then.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const tray = box.current;
    tray?.showModal();
    return () => {
      tray?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      className={cx(styles.tray, !rail && styles.wide)}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <h2 id={id} hidden>
        {t('list')}
      </h2>
      <DialogKeys>
        <Tray onClose={close} onOpen={openDossier} />
      </DialogKeys>
    </dialog>
  );
}

function Tray({ onClose, onOpen }: { readonly onClose: () => void; readonly onOpen: (id: string) => void }): ReactNode {
  const t = useTranslations('tray');
  const action = useTranslations('action');
  const say = useSay();
  const now = useNow();
  const { data, error } = useDesk('attention.list', {}, ['dossiers', 'status']);
  const [current, setCurrent] = useState<string | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const rows = data ?? [];
  const chosen = rows.find((row) => keyOf(row) === current) ?? rows[0] ?? null;
  const hasRows = data !== undefined;
  useKey('back', onClose, { name: action('close') });
  useKey('attention', onClose);
  useEffect(() => {
    const room = sheet.current;
    (room?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]') ?? room?.querySelector('button'))?.focus();
  }, [hasRows]);

  const columns: Column<Row>[] = [
    {
      key: 'what',
      head: t('whatDiffers'),
      cell: (row) => (
        <span className={styles.item}>
          <Icon name={iconOf(row.problem)} className={styles.sign} />
          <span className={styles.what}>{short(say(row.title))}</span>
          <span className={styles.whose}>
            {dayNumber(row.code)} {row.name}
          </span>
        </span>
      ),
    },
    { key: 'todo', head: t('todo'), className: styles.todo, cell: (row) => short(say(row.todo)) },
    { key: 'at', head: t('at'), className: styles.at, cell: (row) => since(row.at, now) },
  ];
  return (
    <>
      <div ref={sheet} className={styles.sheet}>
        <SheetHead
          title={rows.length === 0 ? t('titleNone') : t('title', { n: rows.length })}
          fact={rows.length === 0 ? undefined : t('calm')}
          aside={
            <button type="button" className={styles.close} aria-keyshortcuts={keyShortcut('back')} onClick={onClose}>
              {action('close')}
              <Keycap action="back" />
            </button>
          }
        />
        <SheetBody>
          {error !== null && <ProblemNotice problem={error} />}
          {data !== undefined && rows.length === 0 && (
            <div className={styles.calm}>
              <h2>
                <Icon name="check" />
                {t('none')}
              </h2>
              <p>{t('noneMore')}</p>
            </div>
          )}
          {rows.length > 0 && (
            <List
              label={t('list')}
              columns={columns}
              groups={[{ key: 'all', rows }]}
              rowKey={keyOf}
              current={chosen === null ? null : keyOf(chosen)}
              onCurrent={setCurrent}
              onOpen={(row) => onOpen(row.dossierId)}
              twoLines
              className={styles.list}
            />
          )}
        </SheetBody>
      </div>
      <div className={styles.outcome}>
        {chosen !== null && <Chosen row={chosen} onOpen={() => onOpen(chosen.dossierId)} />}
      </div>
    </>
  );
}

/** The chosen one in whole sentences: what happened, what is safe, what to do. */
function Chosen({ row, onOpen }: { readonly row: Row; readonly onOpen: () => void }): ReactNode {
  const t = useTranslations('tray');
  const say = useSay();
  const safe = isProblemCode(row.problem) ? problemText(row.problem).safe : null;
  return (
    <Outcome
      action={
        <Button kind="main" wide action="main" onPress={onOpen}>
          {t('open')}
        </Button>
      }
    >
      <OutcomePart label={t('whatDiffers')}>
        <p className={styles.sentence}>{say(row.title)}</p>
        <p className={styles.code}>{row.code}</p>
        <p className={styles.small}>{row.name === '' ? row.problem : `${row.name}, ${row.problem}`}</p>
      </OutcomePart>
      {safe !== null && (
        <OutcomePart label={t('safe')}>
          <p className={styles.sentence}>{say(safe)}</p>
        </OutcomePart>
      )}
      <OutcomePart label={t('todo')}>
        <p className={styles.sentence}>{say(row.todo)}</p>
      </OutcomePart>
    </Outcome>
  );
}

/** As a line of a list: a sentence without its stop. */
const short = (sentence: string): string => sentence.replace(/\.$/, '');

const keyOf = (row: Row): string => `${row.dossierId} ${row.problem} ${row.at}`;

function iconOf(problem: string): 'swap' | 'phone' | 'document' | 'flag' {
  switch (problem) {
    case 'XV-09':
      return 'swap';
    case 'XV-05':
      return 'phone';
    case 'XV-03':
      return 'document';
    default:
      return 'flag';
  }
}
