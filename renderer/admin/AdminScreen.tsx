import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Session } from '../../contract/desk/session.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { DeskProblem } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { AdminWork } from './AdminWork.tsx';
import { NotNow } from './NotNow.tsx';

/** People, counters, offices (decision 11): in the desk, with the line up only. */
export function AdminScreen(): ReactNode {
  const t = useTranslations('admin');
  const session = useDesk('session.get', {}, ['session']).data;
  if (session === undefined || session.user === null || session.office === null) return null;
  if (session.online) return <AdminWork user={session.user.id} office={session.office.id} />;
  return (
    <DeskFrame rail={false}>
      <SheetHead title={t('title')} />
      <SheetBody>
        <NotNow problem={needsLine(session)} />
      </SheetBody>
    </DeskFrame>
  );
}

/** Said before anything is asked: this sign-in did not reach the province. */
function needsLine(session: Session): DeskProblem {
  return new DeskProblem({ code: 'DN-08', params: {}, correlationId: session.user?.id ?? '' });
}
