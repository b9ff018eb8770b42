export { DigitisedPapers } from './DigitisedPapers.tsx';
export { DigitisePanel } from './DigitisePanel.tsx';
