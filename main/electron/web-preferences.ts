import type { Session, WebPreferences } from 'electron';

/** Each written out although most are Electron's defaults: a change of default must not change this program. */
export function webPreferences(session: Session, preload: string, development: boolean): WebPreferences {
  return {
    session,
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    plugins: false,
    spellcheck: false,
    webgl: false,
    enableWebSQL: false,
    autoplayPolicy: 'user-gesture-required',
    devTools: development,
    // The screen must lock and the status bar tell the time when another window covers ours.
    backgroundThrottling: false,
  };
}
