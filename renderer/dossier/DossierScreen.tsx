import { useState, type ReactNode } from 'react';
import { AdviceView } from '../advice/AdviceView.tsx';
import { isCounter } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { CorrectionScreen } from '../correction/CorrectionScreen.tsx';
import { useCorrection } from '../stores/correction.ts';
import { usePlace } from '../stores/place.ts';
import { DraftsView } from '../waiting/DraftsView.tsx';
import { ToCheckView } from '../waiting/ToCheckView.tsx';
import { DossierList } from './DossierList.tsx';
import { DossierPage } from './DossierPage.tsx';
import { recent, type ListChoice } from './list-choice.ts';
import { ViewChoice } from './ViewChoice.tsx';

/** The workspace of dossiers (Hồ sơ): the lists, what waits at the counter, or the page of one. */
export function DossierScreen(): ReactNode {
  const { dossier, view, openDossier, back } = usePlace();
  const user = useDesk('session.get', {}, ['session']).data?.user ?? null;
  const correcting = useCorrection((state) => state.dossierId);
  // What was filtered and where one stood is there again on the way back.
  const [typed, setTyped] = useState('');
  const [choice, setChoice] = useState<ListChoice>(recent);
  const [current, setCurrent] = useState<string | null>(null);
  if (dossier !== null && correcting === dossier) return <CorrectionScreen />;
  if (dossier !== null) return <DossierPage key={dossier} id={dossier} onBack={back} />;
  if (user === null) return null;
  const choices = <ViewChoice />;
  switch (isCounter(user.role) ? view : 'list') {
    case 'check':
      return <ToCheckView choice={choices} user={user.id} />;
    case 'drafts':
      return <DraftsView choice={choices} user={user.id} />;
    case 'advice':
      return <AdviceView choice={choices} />;
    case 'list':
      return (
        <DossierList
          views={choices}
          choice={choice}
          onChoice={setChoice}
          typed={typed}
          onTyped={setTyped}
          current={current}
          onCurrent={setCurrent}
          onOpen={(id) => {
            setCurrent(id);
            openDossier(id);
          }}
        />
      );
  }
}
