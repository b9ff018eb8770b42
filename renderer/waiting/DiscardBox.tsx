import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { leave } from '../receipt/work.ts';
import { useReceipt } from '../stores/receipt.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import type { DraftRow } from './DraftsView.tsx';

/** Throwing a draft away is asked first: it cannot be had back. */
export function DiscardBox({ row, onClose }: { readonly row: DraftRow; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('drafts');
  const sent = useDesk('submitted.list', {}, ['dossiers']).data?.rows.some((each) => each.id === row.id) === true;
  const discard = useMutation({
    mutationFn: async () => {
      // In hand on the receipt screen it would be saved again.
      if (useReceipt.getState().draftId === row.id) leave();
      await desk('draft.discard', { id: row.id });
    },
    onSuccess: onClose,
  });
  return (
    <QuestionBox
      title={t('discardTitle')}
      rule={sent ? t('discardRuleSent') : t('discardRule')}
      safe={{ label: t('discardSafe'), onPress: onClose }}
      act={{
        label: t('discardAct'),
        onPress: () => {
          if (!discard.isPending) discard.mutate();
        },
      }}
    >
      {discard.isError && <ProblemNotice problem={problemOf(discard.error)} />}
    </QuestionBox>
  );
}
