import { useState, type ReactNode } from 'react';
import { CorrectionScreen } from '../correction/CorrectionScreen.tsx';
import { useCorrection } from '../stores/correction.ts';
import { usePlace } from '../stores/place.ts';
import { DossierList } from './DossierList.tsx';
import { DossierPage } from './DossierPage.tsx';
import { recent, type ListChoice } from './list-choice.ts';

/** The workspace of dossiers (Hồ sơ): the recent ones, or the page of one. */
export function DossierScreen(): ReactNode {
  const { dossier, openDossier, back } = usePlace();
  const correcting = useCorrection((state) => state.dossierId);
  // What was filtered and where one stood is there again on the way back.
  const [typed, setTyped] = useState('');
  const [choice, setChoice] = useState<ListChoice>(recent);
  const [current, setCurrent] = useState<string | null>(null);
  const open = (id: string): void => {
    setCurrent(id);
    openDossier(id);
  };
  if (dossier !== null && correcting === dossier) return <CorrectionScreen />;
  return dossier === null ? (
    <DossierList
      choice={choice}
      onChoice={setChoice}
      typed={typed}
      onTyped={setTyped}
      current={current}
      onCurrent={setCurrent}
      onOpen={open}
    />
  ) : (
    <DossierPage key={dossier} id={dossier} onBack={back} />
  );
}
