import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** Screens loaded when they are first needed. A screen this release does not have is null, and nothing leads to it. */
export const UnsealScreen = lazy(() =>
  import('../sign-in/UnsealScreen.tsx').then((module) => ({ default: module.UnsealScreen })),
);
export const EnrolmentScreen = lazy(() =>
  import('../sign-in/EnrolmentScreen.tsx').then((module) => ({ default: module.EnrolmentScreen })),
);
export const SignInScreen = lazy(() =>
  import('../sign-in/SignInScreen.tsx').then((module) => ({ default: module.SignInScreen })),
);
export const LockScreen = lazy(() =>
  import('../sign-in/LockScreen.tsx').then((module) => ({ default: module.LockScreen })),
);
export const SettingsDialog = lazy(() =>
  import('../settings/SettingsDialog.tsx').then((module) => ({ default: module.SettingsDialog })),
);

type Screen = LazyExoticComponent<ComponentType>;
export const DossierScreen = null as Screen | null;
export const SearchPanel = null as Screen | null;
export const AttentionTray = null as Screen | null;
export const AdminScreen = null as Screen | null;
