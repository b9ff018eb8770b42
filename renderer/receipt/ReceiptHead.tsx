import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../app/queries.ts';
import { SheetHead } from '../frame/SheetHead.tsx';
import { useReceipt } from '../stores/receipt.ts';
import { Icon } from '../ui/Icon.tsx';
import { clockSeconds } from '../ui/format.ts';
import { outcomeOf } from './content.ts';

/** The number this counter would give next, and when what is typed was saved. */
export function ReceiptHead(): ReactNode {
  const t = useTranslations();
  const savedAt = useReceipt((state) => state.savedAt);
  const next = useReceipt((state) => state.assessment?.nextCode ?? null);
  const received = useReceipt((state) => state.received);
  const turned = useReceipt((state) => state.turned);
  const outcome = useReceipt((state) => outcomeOf(state.content, state.assessment));
  const before = useReceipt((state) => state.assessment?.guidance?.before.at(-1) ?? null);
  const counter = useDesk('session.get', {}, ['session']).data?.counter?.name ?? '';
  if (received !== null) {
    return <SheetHead title={t('receipt.done')} fact={received.reply.code} />;
  }
  if (turned !== null) {
    return turned.form === '02' ? (
      <SheetHead title={t('guidance.given')} fact={turned.returnCode} />
    ) : (
      <SheetHead title={t('guidance.refused')} fact={t('guidance.noNumberRefused')} />
    );
  }
  const number =
    next === null
      ? undefined
      : next.kind === 'official'
        ? t('receipt.numberOfCounter', { code: next.text, counter: counter.toLowerCase() })
        : t('receipt.numberTemporary', { code: next.text });
  const fact =
    outcome === 'receive' ? number : outcome === 'supplement' ? t('guidance.noNumber') : t('guidance.noNumberRefused');
  return (
    <SheetHead
      title={before === null ? t('receipt.newDossier') : t('guidance.cameBack', { code: before.returnCode })}
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
