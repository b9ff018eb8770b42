import { create } from 'zustand';

/** Where in the program the person is; nothing of any citizen. */
export const workspaces = [
  'receipt',
  'handover',
  'results',
  'work',
  'intake',
  'dossiers',
  'books',
  'board',
  'province',
  'admin',
] as const;
export type WorkspaceName = (typeof workspaces)[number];

export type Panel = 'attention' | 'settings' | 'advice' | null;

/** What the workspace of dossiers shows: the lists, what was sent in from afar, drafts, what was told. */
export const dossierViews = ['list', 'check', 'drafts', 'advice'] as const;
export type DossierViewName = (typeof dossierViews)[number];

interface Place {
  readonly workspace: WorkspaceName;
  /** The dossier whose page is open. */
  readonly dossier: string | null;
  /** Where it was opened from, and where one goes back to. */
  readonly cameFrom: WorkspaceName;
  readonly view: DossierViewName;
  /** What stands over the screen. */
  readonly panel: Panel;
  /** The dossier whose matter the tray opens at; null: the newest. */
  readonly matterOf: string | null;
  readonly go: (workspace: WorkspaceName) => void;
  readonly openDossier: (id: string | null) => void;
  /** From a dossier's page to where it was opened. */
  readonly back: () => void;
  readonly show: (view: DossierViewName) => void;
  /** The tray, at what does not fit in this dossier. */
  readonly openMatter: (dossierId: string) => void;
  readonly open: (panel: Panel) => void;
  readonly reset: (workspace: WorkspaceName) => void;
}

export const usePlace = create<Place>((set) => ({
  workspace: 'receipt',
  dossier: null,
  cameFrom: 'dossiers',
  view: 'list',
  panel: null,
  matterOf: null,
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
  show: (view) => set({ workspace: 'dossiers', dossier: null, cameFrom: 'dossiers', view, panel: null }),
  openMatter: (matterOf) => set({ panel: 'attention', matterOf }),
  open: (panel) => set({ panel, matterOf: null }),
  reset: (workspace) => set({ workspace, dossier: null, cameFrom: 'dossiers', view: 'list', panel: null }),
}));
