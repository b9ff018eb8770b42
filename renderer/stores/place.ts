import { create } from 'zustand';

/** Where in the program the person is; nothing of any citizen. */
export const workspaces = ['receipt', 'handover', 'results', 'work', 'intake', 'dossiers', 'books', 'admin'] as const;
export type WorkspaceName = (typeof workspaces)[number];

interface Place {
  readonly workspace: WorkspaceName;
  /** The dossier whose page is open. */
  readonly dossier: string | null;
  /** What stands over the screen. */
  readonly panel: 'attention' | 'settings' | null;
  readonly go: (workspace: WorkspaceName) => void;
  readonly openDossier: (id: string | null) => void;
  readonly open: (panel: 'attention' | 'settings' | null) => void;
  readonly reset: (workspace: WorkspaceName) => void;
}

export const usePlace = create<Place>((set) => ({
  workspace: 'receipt',
  dossier: null,
  panel: null,
  go: (workspace) => set({ workspace, panel: null }),
  openDossier: (id) => set({ workspace: 'dossiers', dossier: id, panel: null }),
  open: (panel) => set({ panel }),
  reset: (workspace) => set({ workspace, dossier: null, panel: null }),
}));
