import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Bilingual } from '../../domain/text.ts';
import { isCounter } from '../app/DeskFrame.tsx';
import { since } from '../app/local-time.ts';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { goTo } from '../receipt/go.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { usePlace } from '../stores/place.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { DialogKeys, useKey } from '../ui/keyboard.tsx';
import { Keycap } from '../ui/Keycap.tsx';
import { keyShortcut } from '../ui/keys.ts';
import { List, type Column } from '../ui/List.tsx';
import { NumberMark } from '../ui/NumberMark.tsx';
import styles from './AttentionTray.module.css';
import { DueReminders } from './DueReminders.tsx';
import { iconOf, keyOf, short, type MatterRow } from './matter-row.ts';
import { MatterOutcome } from './MatterOutcome.tsx';
import { MatterSheet } from './MatterSheet.tsx';
import { SettledNotice } from './SettledNotice.tsx';
import { isForMe } from './missing.ts';
import { useMatter } from './use-matter.ts';

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
        <Tray mayTell={rail} onClose={close} onOpen={openDossier} />
      </DialogKeys>
    </dialog>
  );
}

/** What it is about where no dossier here shows it; its number and whose it is where they are known. */
function ThingWords({ row, thing }: { readonly row: MatterRow; readonly thing: Bilingual }): ReactNode {
  const say = useSay();
  return (
    <>
      {row.code !== '' && <NumberMark code={row.code} />} {row.name !== '' && `${row.name}, `}
      {say(thing)}
    </>
  );
}

interface TrayProps {
  /** A counter writes down that the citizen was told. */
  readonly mayTell: boolean;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}

function Tray({ mayTell, onClose, onOpen }: TrayProps): ReactNode {
  const t = useTranslations('tray');
  const action = useTranslations('action');
  const say = useSay();
  const now = useNow();
  const matterOf = usePlace((place) => place.matterOf);
  const { data, error } = useDesk('attention.list', {}, ['dossiers', 'status']);
  const [current, setCurrent] = useState<string | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const rows = data ?? [];
  const chosen =
    rows.find((row) => keyOf(row) === current) ??
    (current === null ? rows.find((row) => row.dossierId === matterOf) : undefined) ??
    rows[0] ??
    null;
  const inHand = useMatter(chosen);
  const hasRows = data !== undefined;
  useKey('back', onClose, { name: action('close') });
  useKey('attention', onClose);
  useEffect(() => {
    const room = sheet.current;
    const list = room?.querySelector<HTMLElement>('[role=grid] [aria-selected=true], [role=grid] [tabindex="0"]');
    (list ?? room?.querySelector('button'))?.focus();
    // Again where the one in hand was settled: the next stands there.
  }, [hasRows, inHand.settled]);

  const columns: Column<MatterRow>[] = [
    {
      key: 'what',
      head: t('whatDiffers'),
      cell: (row) => (
        <span className={styles.item}>
          <Icon name={iconOf(row)} className={styles.sign} />
          <span className={styles.what}>{short(say(row.title))}</span>
          <span className={styles.whose}>
            {row.thing === null ? (
              <>
                <NumberMark code={row.code} /> {row.name}, {row.procedure}
              </>
            ) : (
              <ThingWords row={row} thing={row.thing} />
            )}
          </span>
        </span>
      ),
    },
    {
      key: 'todo',
      head: t('todo'),
      className: styles.todo,
      cell: (row) => <span className={styles.wrapped}>{short(say(row.todo))}</span>,
    },
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
        {inHand.settled !== null && <SettledNotice key={keyOf(inHand.settled.row)} settled={inHand.settled} />}
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
            <div className={styles.rows}>
              <List
                label={t('list')}
                columns={columns}
                groups={[{ key: 'all', rows }]}
                rowKey={keyOf}
                current={chosen === null ? null : keyOf(chosen)}
                onCurrent={setCurrent}
                onOpen={(row) => {
                  // On to what is to be chosen or written; to the dossier where there is nothing.
                  if (isForMe(inHand.matter, mayTell)) goTo('matter');
                  else if (row.thing === null) onOpen(row.dossierId);
                }}
                twoLines
                headHidden
                className={styles.list}
              />
            </div>
          )}
          <DueReminders />
          <MatterSheet inHand={inHand} mayTell={mayTell} />
        </SheetBody>
      </div>
      <div className={styles.outcome}>
        {chosen !== null && (
          <MatterOutcome row={chosen} inHand={inHand} mayTell={mayTell} onOpen={() => onOpen(chosen.dossierId)} />
        )}
      </div>
    </>
  );
}
