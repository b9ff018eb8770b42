import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { KeptApart } from '../../contract/kept-apart.ts';
import { mayBeLetIn } from '../../contract/let-in.ts';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import { useSay } from '../app/say.ts';
import { Button } from '../ui/Button.tsx';
import styles from './DeskPanel.module.css';
import { eventWord, moment, useWhose } from './desk-words.ts';

/** So many are shown at once. */
const SHOWN = 8;

export interface HeldListProps {
  readonly held: readonly KeptApart[];
  readonly onLetIn: (event: KeptApart) => void;
}

/** What is kept apart of a desk (việc giữ riêng), a page at a time: what a person can decide on first. */
export function HeldList({ held, onLetIn }: HeldListProps): ReactNode {
  const t = useTranslations('admin');
  const say = useSay();
  const whose = useWhose();
  const [asked, setAsked] = useState(0);
  if (held.length === 0) return <p className={styles.small}>{t('heldNone')}</p>;
  // What was let in is gone from the list, and its last page with it.
  const last = Math.floor((held.length - 1) / SHOWN);
  const page = Math.min(asked, last);
  const from = page * SHOWN;
  const sorted = held.toSorted((a, b) => Number(mayBeLetIn(b)) - Number(mayBeLetIn(a)));
  const shown = sorted.slice(from, from + SHOWN);
  return (
    <>
      <ul className={styles.held}>
        {shown.map((event) => (
          <li key={event.eventId}>
            <span>
              <b>{t(`eventKinds.${eventWord(event.type)}`)}</b>, {moment(event.receivedAt)}
              <span className={styles.small}>{whose(event)}</span>
              <span className={styles.small}>
                {event.reason !== null && isProblemCode(event.reason)
                  ? say(problemText(event.reason).what)
                  : event.reason}
              </span>
            </span>
            {mayBeLetIn(event) && (
              <Button size="small" onPress={() => onLetIn(event)}>
                {t('letIn')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {last > 0 && (
        <div className={styles.pages}>
          <span className={styles.small} role="status">
            {t('heldRange', { from: from + 1, to: from + shown.length })}
          </span>
          <Button size="small" missing={page > 0 ? null : t('heldFirst')} onPress={() => setAsked(page - 1)}>
            {t('heldBefore')}
          </Button>
          <Button size="small" missing={page < last ? null : t('heldLast')} onPress={() => setAsked(page + 1)}>
            {t('heldAfter')}
          </Button>
        </div>
      )}
    </>
  );
}
