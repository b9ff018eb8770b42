import { create } from 'zustand';

/** Where in the program the person is; nothing of any citizen. */
export const workspaces = ['receipt', 'handover', 'work', 'intake', 'dossiers', 'books', 'admin'] as const;
export type WorkspaceName = (typeof workspaces)[number];

interface Place {
  readonly workspace: WorkspaceName;
  /** The dossier whose page is open. */
  readonly dossier: string | null;
  /** Where it was opened from, and where one goes back to. */
  readonly cameFrom: WorkspaceName;
  /** What stands over the screen. */
  readonly panel: 'attention' | 'settings' | null;
  readonly go: (workspace: WorkspaceName) => void;
  readonly openDossier: (id: string | null) => void;
  /** From a dossier's page to where it was opened. */
  readonly back: () => void;
  readonly open: (panel: 'attention' | 'settings' | null) => void;
  readonly reset: (workspace: WorkspaceName) => void;
}

export const usePlace = create<Place>((set) => ({
  workspace: 'receipt',
  dossier: null,
  cameFrom: 'dossiers',
  panel: null,
  go: (workspace) => set({ workspace, panel: null }),
  openDossier: (id) =>
    set(({ workspace, dossier, cameFrom }) => ({
      workspace: 'dossiers',
      dossier: id,
      // From one dossier's page to another's, the way back stays.
      cameFrom: workspace === 'dossiers' && dossier !== null ? cameFrom : workspace,
      panel: null,
    })),
  back: () => set(({ cameFrom }) => ({ workspace: cameFrom, dossier: null, cameFrom: 'dossiers', panel: null })),
  open: (panel) => set({ panel }),
  reset: (workspace) => set({ workspace, dossier: null, cameFrom: 'dossiers', panel: null }),
}));
