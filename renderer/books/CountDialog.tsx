import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CashListReply } from '../../contract/desk/money.ts';
import { cashDifference, countOf, denominations } from '../../domain/money/cash-list.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { CountField } from '../receipt/CountField.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Field } from '../ui/Field.tsx';
import { count as number, money, sentenceDay } from '../ui/format.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import styles from './Books.module.css';

const MOST_PIECES = 100_000;
const MOST_OPENING = 1_000_000_000;

/** The drawer note by note (kiểm quỹ): what lies there, beside what must; a difference has its reason. */
export function CountDialog({
  list,
  onClose,
}: {
  readonly list: CashListReply;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('books');
  const language = useLanguage();
  const before = list.count;
  const [opening, setOpening] = useState(before?.opening ?? 0);
  const [pieces, setPieces] = useState<ReadonlyMap<number, number>>(
    new Map(before?.pieces.map((piece) => [piece.value, piece.count]) ?? []),
  );
  const [note, setNote] = useState(before?.note ?? '');
  const keep = useMutation({
    mutationFn: () =>
      desk('cash.count', {
        date: list.date,
        opening,
        pieces: [...pieces].map(([value, count]) => ({ value, count })),
        note,
      }),
    onSuccess: onClose,
  });
  const counted = countOf([...pieces].map(([value, count]) => ({ value, count })));
  const difference = cashDifference({ counted, opening, expected: list.cash });
  const words =
    difference === 0
      ? t('noDifference')
      : t(difference > 0 ? 'over' : 'short', { sum: money(Math.abs(difference), language) });
  return (
    <QuestionBox
      title={t('countTitle', { counter: list.counter ?? '', day: sentenceDay(list.date, language) })}
      rule={t('countRule')}
      safe={{ label: t('leaveCount'), onPress: onClose }}
      act={{
        label: t('keepCount'),
        missing: difference !== 0 && note.trim() === '' ? t('whyMissing') : null,
        onPress: () => {
          if (!keep.isPending) keep.mutate();
        },
      }}
    >
      <div className={styles.pieces}>
        <CountField label={t('opening')} value={opening} least={0} most={MOST_OPENING} onChange={setOpening} />
        <span />
        {denominations.map((value) => (
          <CountField
            key={value}
            label={t('piece', { value: number(value, language) })}
            value={pieces.get(value) ?? null}
            least={0}
            most={MOST_PIECES}
            onChange={(n) => setPieces(new Map(pieces).set(value, n))}
          />
        ))}
      </div>
      <div className={styles.sums} aria-live="polite">
        <Sum label={t('countedSum')} words={money(counted, language)} />
        <Sum label={t('expectedSum')} words={money(list.cash + opening, language)} />
        <Sum label={t('difference')} words={words} strong={difference !== 0} />
      </div>
      {difference !== 0 && <Field label={t('why')} value={note} onChange={setNote} maxLength={500} />}
      {keep.isError && <ProblemNotice problem={problemOf(keep.error)} />}
    </QuestionBox>
  );
}

function Sum({
  label,
  words,
  strong = false,
}: {
  readonly label: string;
  readonly words: string;
  readonly strong?: boolean;
}): ReactNode {
  return (
    <p className={styles.sum}>
      <span className={styles.fact}>{label}</span>
      {strong ? <b className={styles.warn}>{words}</b> : <span>{words}</span>}
    </p>
  );
}
