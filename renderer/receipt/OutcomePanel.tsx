import type { ReactNode } from 'react';
import { GuidancePanel } from '../guidance/GuidancePanel.tsx';
import { RefusalPanel } from '../guidance/RefusalPanel.tsx';
import { useReceipt } from '../stores/receipt.ts';
import { outcomeOf } from './content.ts';
import { ReceivePanel } from './ReceivePanel.tsx';

export interface OutcomePanelProps {
  readonly onKeepDraft: () => void;
  readonly onPreview: () => void;
}

/** What comes out of it: received, asked for what is missing, or refused. Same place, same foot; the verdict alone turns. */
export function OutcomePanel(props: OutcomePanelProps): ReactNode {
  switch (useReceipt((state) => outcomeOf(state.content, state.assessment))) {
    case 'receive':
      return <ReceivePanel {...props} />;
    case 'supplement':
      return <GuidancePanel {...props} />;
    case 'refuse':
      return <RefusalPanel {...props} />;
  }
}
