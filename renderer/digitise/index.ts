export { DigitisedPapers } from './DigitisedPapers.tsx';
