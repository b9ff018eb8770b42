import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { parseTypedMoment } from '../../domain/citizen/typed-date.ts';
import { useNow } from '../app/now.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { clock } from '../ui/format.ts';
import styles from './Board.module.css';
import { useHallAct } from './use-hall-act.ts';

/** As the contract takes it, and as it can be read across a room. */
const LONGEST = 160;

/** What the waiting room's display says beside the calls (lời nhắn trên màn hình), and the way to set it. */
export function DisplayMessage({ board }: { readonly board: OfficeBoard }): ReactNode {
  const t = useTranslations('board');
  const { act, problem } = useHallAct();
  const [isOpen, setOpen] = useState(false);
  const { message } = board;
  if (board.hall !== 'open') return null;
  const words =
    message === null ? t('messageNone') : t('messageNow', { text: message.text.vi, until: clock(message.until) });
  return (
    <section className={styles.message} aria-label={t('messageHead')}>
      <p>{words}</p>
      <Button size="small" action="displayMessage" onPress={() => setOpen(true)}>
        {message === null ? t('messageSet') : t('messageChange')}
      </Button>
      {message !== null && (
        <Button size="small" onPress={() => act({ kind: 'message', message: null, until: message.until })}>
          {t('messageEnd')}
        </Button>
      )}
      {problem !== null && <ProblemNotice problem={problem} />}
      {isOpen && (
        <MessageDialog
          now={message}
          onClose={() => setOpen(false)}
          onSet={(text, until) => act({ kind: 'message', message: text, until })}
        />
      )}
    </section>
  );
}

function MessageDialog({
  now: held,
  onClose,
  onSet,
}: {
  readonly now: OfficeBoard['message'];
  readonly onClose: () => void;
  readonly onSet: (message: { vi: string; en: string }, until: string) => void;
}): ReactNode {
  const t = useTranslations('board');
  const now = useNow();
  const [vi, setVi] = useState(held?.text.vi ?? '');
  const [en, setEn] = useState(held === null || held.text.en === held.text.vi ? '' : held.text.en);
  const [typed, setTyped] = useState(held === null ? '17:00' : clock(held.until));
  const until = parseTypedMoment(`${typed.trim()} ${now.slice(0, 10)}`);
  const isWrong = until === null || until <= now;
  const missing = vi.trim() === '' ? t('messageVi') : isWrong ? t('messageUntil') : null;
  return (
    <QuestionBox
      title={t('messageTitle')}
      rule={t('messageRule')}
      safe={{ label: t('messageSafe'), onPress: onClose }}
      act={{
        label: t('messageAct'),
        missing,
        onPress: () => {
          if (until === null) return;
          onClose();
          // Who writes none in English has it said in Vietnamese alone.
          onSet({ vi: vi.trim(), en: en.trim() === '' ? vi.trim() : en.trim() }, until);
        },
      }}
    >
      <Field label={t('messageVi')} first value={vi} onChange={setVi} lines={2} maxLength={LONGEST} />
      <Field label={t('messageEn')} value={en} onChange={setEn} lines={2} maxLength={LONGEST} />
      <Field
        label={t('messageUntil')}
        value={typed}
        onChange={setTyped}
        sentence={isWrong ? t('messageWrongTime') : null}
        maxLength={5}
      />
    </QuestionBox>
  );
}
