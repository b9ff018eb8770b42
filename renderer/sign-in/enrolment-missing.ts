import { hasForeignLetters, serverAddress } from './enrolment-input.ts';

export const PASSPHRASE_LENGTH = 8;

export interface EnrolmentForm {
  readonly server: string;
  readonly code: string;
  readonly device: string;
  readonly passphrase: string;
  readonly again: string;
}

export type EnrolmentGap = 'missingServer' | 'missingCode' | 'missingDevice' | 'missingPassphrase';

/** The first thing that is still missing, from the top; null when the machine can be enrolled. */
export function enrolmentGap(form: EnrolmentForm, needsPassphrase: boolean): EnrolmentGap | null {
  if (serverAddress(form.server) === null) return 'missingServer';
  if (form.code.replaceAll('-', '').length < 4 || hasForeignLetters(form.code)) return 'missingCode';
  if (form.device.trim() === '') return 'missingDevice';
  if (!needsPassphrase) return null;
  return form.passphrase.length < PASSPHRASE_LENGTH || form.passphrase !== form.again ? 'missingPassphrase' : null;
}
