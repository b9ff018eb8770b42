/** What the page loads when somebody who may read dossiers has signed in. */
export { DossierScreen } from './DossierScreen.tsx';
export { AttentionTray } from '../attention/AttentionTray.tsx';
