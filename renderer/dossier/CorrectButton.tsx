import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cellOf } from '../../domain/dossier/table.ts';
import { problemOf, type DeskProblem } from '../app/desk-client.ts';
import { beginCorrection } from '../correction/work.ts';
import { Button } from '../ui/Button.tsx';
import type { DossierRow } from './due.ts';

/** Puts a received dossier right (sửa hồ sơ); nothing where the table leaves no room for it. */
export function CorrectButton({
  row,
  onProblem,
}: {
  readonly row: DossierRow;
  /** Why it may not be corrected here. */
  readonly onProblem: (problem: DeskProblem) => void;
}): ReactNode {
  const t = useTranslations('correction');
  const begin = useMutation({
    mutationFn: () => beginCorrection(row.id),
    onError: (error) => onProblem(problemOf(error)),
  });
  if (cellOf(row.state, 'dossier.corrected') === 'flag') return null;
  return (
    <Button
      size="small"
      wide
      action="edit"
      onPress={() => {
        if (!begin.isPending) begin.mutate();
      }}
    >
      {t('open')}
    </Button>
  );
}
