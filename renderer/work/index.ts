/** What the page loads when an officer of a processing unit has signed in. */
export { WorkRail } from './WorkRail.tsx';
export { WorkScreen } from './WorkScreen.tsx';
