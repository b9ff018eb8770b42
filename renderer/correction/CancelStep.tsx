import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cellOf } from '../../domain/dossier/table.ts';
import { useDesk } from '../app/queries.ts';
import type { DossierRow } from '../dossier/due.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { CancelBox } from './CancelBox.tsx';

/** Takes a dossier back or merges it into its double; a small button, because it is seldom. */
export function CancelStep({ row }: { readonly row: DossierRow }): ReactNode {
  const t = useTranslations('cancel');
  const [open, setOpen] = useState(false);
  const { data, error } = useDesk('dossier.cancellation', { dossierId: row.id }, ['dossiers'], { when: open });
  if (cellOf(row.state, 'dossier.cancelled') === 'flag') return null;
  return (
    <>
      <Button size="small" action="cancel" onPress={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && error !== null && <ProblemNotice problem={error} />}
      {open && data !== undefined && <CancelBox dossierId={row.id} about={data} onClose={() => setOpen(false)} />}
    </>
  );
}
