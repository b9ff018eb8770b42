import { lazy } from 'react';

/** Screens loaded when they are first needed. */
export const UnsealScreen = lazy(() =>
  import('../sign-in/UnsealScreen.tsx').then(({ UnsealScreen: screen }) => ({ default: screen })),
);
export const EnrolmentScreen = lazy(() =>
  import('../sign-in/EnrolmentScreen.tsx').then(({ EnrolmentScreen: screen }) => ({ default: screen })),
);
export const SignInScreen = lazy(() =>
  import('../sign-in/SignInScreen.tsx').then(({ SignInScreen: screen }) => ({ default: screen })),
);
export const LockScreen = lazy(() =>
  import('../sign-in/LockScreen.tsx').then(({ LockScreen: screen }) => ({ default: screen })),
);
export const SettingsDialog = lazy(() =>
  import('../settings/SettingsDialog.tsx').then(({ SettingsDialog: dialog }) => ({ default: dialog })),
);
export const WorkScreen = lazy(() =>
  import('../work/index.ts').then(({ WorkScreen: screen }) => ({ default: screen })),
);
export const WorkRail = lazy(() => import('../work/index.ts').then(({ WorkRail: rail }) => ({ default: rail })));
export const HandoverScreen = lazy(() =>
  import('../handover/HandoverScreen.tsx').then(({ HandoverScreen: screen }) => ({ default: screen })),
);
export const DossierScreen = lazy(() =>
  import('../dossier/index.ts').then(({ DossierScreen: screen }) => ({ default: screen })),
);
export const AttentionTray = lazy(() =>
  import('../dossier/index.ts').then(({ AttentionTray: tray }) => ({ default: tray })),
);
export const AdvicePanel = lazy(() =>
  import('../advice/AdvicePanel.tsx').then(({ AdvicePanel: panel }) => ({ default: panel })),
);
export const AdminScreen = lazy(() =>
  import('../admin/AdminScreen.tsx').then(({ AdminScreen: screen }) => ({ default: screen })),
);
export const BooksScreen = lazy(() =>
  import('../books/BooksScreen.tsx').then(({ BooksScreen: screen }) => ({ default: screen })),
);
export const BoardScreen = lazy(() =>
  import('../supervision/BoardScreen.tsx').then(({ BoardScreen: screen }) => ({ default: screen })),
);
export const ProvinceScreen = lazy(() =>
  import('../supervision/ProvinceScreen.tsx').then(({ ProvinceScreen: screen }) => ({ default: screen })),
);
export const ResultsScreen = lazy(() =>
  import('../results/ResultsScreen.tsx').then(({ ResultsScreen: screen }) => ({ default: screen })),
);
export const SetUpScreen = lazy(() =>
  import('../hall/SetUpScreen.tsx').then(({ SetUpScreen: screen }) => ({ default: screen })),
);
export const KioskScreen = lazy(() =>
  import('../kiosk/KioskScreen.tsx').then(({ KioskScreen: screen }) => ({ default: screen })),
);
export const DisplayScreen = lazy(() =>
  import('../display/DisplayScreen.tsx').then(({ DisplayScreen: screen }) => ({ default: screen })),
);
