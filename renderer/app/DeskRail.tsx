import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { Rail, RailGroup, RailLine } from '../frame/Rail.tsx';
import { TicketBlock } from '../frame/TicketBlock.tsx';
import { HallButton } from '../hall/HallButton.tsx';
import { CallNext, QueueHead, QueueLists } from '../queue/QueueRail.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { SlowWords } from '../receipt/SlowWords.tsx';
import { openDraft, openReturned, takeOver } from '../receipt/work.ts';
import { usePlace } from '../stores/place.ts';
import { useReceipt } from '../stores/receipt.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { clock, dayNumber } from '../ui/format.ts';
import { useKeysKept } from '../ui/keyboard.tsx';
import type { KeyAction } from '../ui/keys.ts';
import type { DeskProblem } from './desk-client.ts';
import styles from './DeskRail.module.css';
import { since } from './local-time.ts';
import { useNow } from './now.tsx';
import { useDesk } from './queries.ts';

type DraftRow = CallOutput<'draft.list'>[number];

/** The rail of a counter: the hall's queue, then what was received and what is half done. */
export function DeskRail(): ReactNode {
  const user = useDesk('session.get', {}, ['session']).data?.user ?? null;
  const { data: queue, dataUpdatedAt, error } = useDesk('queue.get', {}, ['hall', 'session'], { every: 15_000 });
  useKeysKept(hallKeys, queue === undefined && error === null);
  if (user === null) return null;
  if (queue === undefined || queue.hall === 'none') {
    return (
      <Rail ticket={queue === undefined ? <NotKnown error={error} /> : <NoHall />} foot={<Drafts />}>
        <ToCheck />
        <Today />
      </Rail>
    );
  }
  return (
    <Rail
      ticket={<QueueHead queue={queue} answeredAt={dataUpdatedAt} />}
      {...(queue.hall === 'open' && queue.counter?.state === 'open' ? { next: <CallNext user={user.id} /> } : {})}
      foot={<Drafts />}
    >
      <QueueLists queue={queue} user={user.id} />
      <ToCheck />
      <Today />
    </Rail>
  );
}

/** What an officer does with the hall from the rail; pressed before it has answered, they wait for it. */
const hallKeys = [
  'callNext',
  'endTicket',
  'recall',
  'noShow',
  'moveTicket',
  'hold',
  'counterState',
  'giveTicket',
] as const satisfies readonly KeyAction[];

/** Nothing is claimed of the hall before the desk has said how it stands. */
function NotKnown({ error }: { readonly error: DeskProblem | null }): ReactNode {
  const t = useTranslations('ticket');
  if (error !== null) return <ProblemNotice problem={error} />;
  return (
    <div className={styles.asking}>
      <SlowWords when>{t('asking')}</SlowWords>
    </div>
  );
}

function NoHall(): ReactNode {
  return (
    <>
      <TicketBlock state="noHall" />
      <HallButton />
    </>
  );
}

const notReceived: ReadonlySet<string> = new Set(['submitted', 'guided', 'refused', 'cancelled']);

function Today(): ReactNode {
  const t = useTranslations('desk');
  const now = useNow();
  const counter = useDesk('session.get', {}, ['session']).data?.counter?.name;
  const { data } = useDesk('dossier.recent', { limit: 60 }, ['dossiers']);
  const openDossier = usePlace((place) => place.openDossier);
  const rows = (data ?? []).filter(
    (row) => row.counter === counter && !notReceived.has(row.state) && row.receivedAt.startsWith(now.slice(0, 10)),
  );
  return (
    <RailGroup head={t('todayReceived', { n: rows.length })}>
      {rows.map((row) => {
        const words = (
          <>
            <b className={styles.number}>{dayNumber(row.code)}</b>
            <span className={styles.words}>{row.name === '' ? row.procedure : row.name}</span>
            <span className={styles.time}>{clock(row.receivedAt)}</span>
          </>
        );
        return (
          <li key={row.id}>
            <button type="button" className={styles.row} onClick={() => openDossier(row.id)}>
              {words}
            </button>
          </li>
        );
      })}
      {rows.length === 0 && <li className={styles.none}>{t('todayNone')}</li>}
    </RailGroup>
  );
}

/** Sent in from afar (trực tuyến, bưu chính), to be checked within eight working hours; the rest stands in the list. */
function ToCheck(): ReactNode {
  const t = useTranslations('desk');
  const now = useNow();
  const user = useDesk('session.get', {}, ['session']).data?.user ?? null;
  const { data } = useDesk('submitted.list', {}, ['dossiers', 'drafts'], { every: 60_000 });
  const { go, show } = usePlace();
  const rows = data?.rows ?? [];
  if (rows.length === 0 || user === null) return null;
  const more = rows.length - SHOWN_TO_CHECK;
  return (
    <RailGroup
      head={t('toCheck', { n: rows.length })}
      {...(data !== undefined && data.late > 0 ? { aside: t('toCheckLate', { n: data.late }) } : {})}
    >
      {rows.slice(0, SHOWN_TO_CHECK).map((row) => (
        <RailLine
          key={row.id}
          words={row.name === '' ? row.procedure : row.name}
          aside={row.checkBy === null ? since(row.submittedAt, now) : t('toCheckBy', { time: since(row.checkBy, now) })}
          onOpen={() => {
            go('receipt');
            void openReturned(user.id, row.id);
          }}
        />
      ))}
      <RailLine
        words={more > 0 ? t('toCheckMore', { n: more }) : t('toCheckAll')}
        aside=""
        onOpen={() => show('check')}
      />
    </RailGroup>
  );
}

/** As many as leave room for the day's dossiers. */
const SHOWN_TO_CHECK = 4;

function Drafts(): ReactNode {
  const t = useTranslations();
  const now = useNow();
  const user = useDesk('session.get', {}, ['session']).data?.user ?? null;
  const inHand = useReceipt((state) => state.draftId);
  const rows = (useDesk('draft.list', {}, ['drafts', 'dossiers']).data ?? []).filter((row) => row.id !== inHand);
  const go = usePlace((place) => place.go);
  const [asked, setAsked] = useState<DraftRow | null>(null);
  if (user === null) return null;
  const open = (row: DraftRow): void => {
    if (row.owner !== user.id) return setAsked(row);
    go('receipt');
    void openDraft(user.id, row.id);
  };
  const nameOf = (row: DraftRow): string => {
    const name = row.title.trim() === '' ? t('desk.draftUnnamed') : row.title;
    return row.owner === user.id ? name : t('desk.draftOf', { name, owner: row.ownerName });
  };
  return (
    <div className={styles.drafts}>
      <RailGroup head={t('ticket.drafts', { n: rows.length })} action="drafts">
        {rows.map((row) => (
          <RailLine key={row.id} words={nameOf(row)} aside={since(row.savedAt, now)} onOpen={() => open(row)} />
        ))}
        {rows.length === 0 && <li className={styles.noDrafts}>{t('desk.draftsNone')}</li>}
      </RailGroup>
      {asked !== null && (
        <QuestionBox
          title={t('receipt.takeOverTitle', { name: asked.ownerName })}
          rule={t('receipt.takeOverRule', { name: asked.ownerName })}
          safe={{ label: t('receipt.takeOverSafe'), onPress: () => setAsked(null) }}
          act={{
            label: t('receipt.takeOverAct'),
            onPress: () => {
              setAsked(null);
              go('receipt');
              void takeOver(user.id, asked.id);
            },
          }}
        />
      )}
    </div>
  );
}
