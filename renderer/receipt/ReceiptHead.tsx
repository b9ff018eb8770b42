import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../app/queries.ts';
import { SheetHead } from '../frame/SheetHead.tsx';
import { useReceipt } from '../stores/receipt.ts';
import { Icon } from '../ui/Icon.tsx';
import { clockSeconds } from '../ui/format.ts';

/** The number this counter would give next, and when what is typed was saved. */
export function ReceiptHead(): ReactNode {
  const t = useTranslations();
  const savedAt = useReceipt((state) => state.savedAt);
  const next = useReceipt((state) => state.assessment?.nextCode ?? null);
  const received = useReceipt((state) => state.received);
  const counter = useDesk('session.get', {}, ['session']).data?.counter?.name ?? '';
  if (received !== null) {
    return <SheetHead title={t('receipt.done')} fact={received.reply.code} />;
  }
  const fact =
    next === null
      ? undefined
      : next.kind === 'official'
        ? t('receipt.numberOfCounter', { code: next.text, counter: counter.toLowerCase() })
        : t('receipt.numberTemporary', { code: next.text });
  return (
    <SheetHead
      title={t('receipt.newDossier')}
      fact={fact}
      aside={
        savedAt === null ? undefined : (
          <>
            <Icon name="check" />
            {t('field.saved', { time: clockSeconds(savedAt) })}
          </>
        )
      }
    />
  );
}
