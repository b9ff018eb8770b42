import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { dateOf } from '../../domain/calendar/civil-date.ts';
import { useSay } from '../app/say.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import type { CorrectionPreview } from '../stores/correction.ts';
import { Steps } from '../ui/Facts.tsx';
import { money, sentenceDay } from '../ui/format.ts';
import { Consequence, Consequences } from './Consequences.tsx';

/** What follows from a correction: slips that are void, what is printed, the new date, where the paper must come from. */
export function Effects({
  effects,
  isDone = false,
}: {
  readonly effects: CorrectionPreview['effects'];
  /** The new slips are told of elsewhere by then. */
  readonly isDone?: boolean;
}): ReactNode {
  const t = useTranslations('correction');
  const say = useSay();
  const language = useLanguage();
  const { voids, reprint, due, fetchFrom, feeDifference } = effects;
  const day = (at: string | null): string => (at === null ? t('dueNone') : sentenceDay(dateOf(at), language));
  const fee = money(Math.abs(feeDifference), language);
  return (
    <Consequences>
      {voids.length === 0 && <Consequence icon="check" title={t('slipsHold')} detail={t('slipsHoldWhy')} />}
      {voids.map(({ slipId, form, issue, isCopy }) => (
        <Consequence
          key={slipId}
          icon="document"
          toDo
          title={t(isCopy ? 'voidCopy' : 'void', { form, issue })}
          detail={t('voidWhy')}
        />
      ))}
      {!isDone && reprint.length > 0 && (
        <Consequence icon="printer" title={t('reprint', { forms: reprint.join(', ') })} detail={t('reprintWhy')} />
      )}
      {due !== null && (
        <Consequence
          icon="clock"
          title={t('due', { day: day(due.after) })}
          detail={t('dueBefore', { day: day(due.before) })}
        >
          <Steps steps={due.steps.map(say)} />
        </Consequence>
      )}
      {fetchFrom !== null && (
        <Consequence icon="arrowLeft" toDo title={t('fetch', { place: fetchFrom })} detail={t('fetchWhy')} />
      )}
      {feeDifference > 0 && <Consequence icon="plus" toDo title={t('feeMore', { fee })} detail={t('feeMoreWhy')} />}
      {feeDifference < 0 && <Consequence icon="minus" toDo title={t('feeLess', { fee })} detail={t('feeLessWhy')} />}
    </Consequences>
  );
}
