import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { useDesk } from '../app/queries.ts';
import { mayGoOn } from '../receipt/scan-state.ts';
import { openReturned } from '../receipt/work.ts';
import { usePlace } from '../stores/place.ts';
import { Button } from '../ui/Button.tsx';

/** Not received yet: its receipt opens with everything known, for a counter. */
export function GoOn({ row }: { readonly row: CallOutput<'dossier.recent'>[number] }): ReactNode {
  const t = useTranslations('guidance');
  const user = useDesk('session.get', {}, ['session']).data?.user ?? null;
  const go = usePlace((place) => place.go);
  if (user === null || !mayGoOn(row.state)) return null;
  const goOn = async (): Promise<void> => {
    await openReturned(user.id, row.id);
    go('receipt');
  };
  return (
    <Button kind="main" wide action="main" onPress={() => void goOn()}>
      {row.state === 'submitted' ? t('check') : t('goOn')}
    </Button>
  );
}
