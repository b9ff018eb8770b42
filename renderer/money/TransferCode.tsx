import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../app/queries.ts';
import { Button } from '../ui/Button.tsx';

const TransferDialog = lazy(() => import('./TransferDialog.tsx').then((part) => ({ default: part.TransferDialog })));

export interface TransferCodeProps {
  /** Đồng to be transferred, from 1 up. */
  readonly amount: number;
  /** The dossier code the statement will name. */
  readonly code: string;
}

/** Opens the code a banking app reads (VietQR). Nothing where the office has no account for fees. */
export function TransferCode(props: TransferCodeProps): ReactNode {
  const t = useTranslations('money');
  const [open, setOpen] = useState(false);
  const bank = useDesk('session.get', {}, ['session', 'reference']).data?.office?.bank ?? null;
  if (bank === null) return null;
  return (
    <>
      <Button size="small" action="transferCode" onPress={() => setOpen(true)}>
        {t('showCode')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <TransferDialog {...props} bank={bank} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
