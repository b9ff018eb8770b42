import { checkCode, readCheckCode } from '../dossier/check-code.ts';

/**
 * The code on a supplement slip that gives a place without a new wait (mã quay lại): "QL 7K2M-41QF", with a check letter.
 * @param hashHex of {@link returnCodeFacts}
 * @throws RangeError where it is no hash
 */
export function returnCode(hashHex: string): string {
  return `QL ${checkCode(hashHex)}`;
}

/** What a return code is drawn from: the same on every machine, another one for each request. */
export function returnCodeFacts(dossierId: string, round: number): string {
  return `return code\n${dossierId}\n${round}`;
}

/** A return code as typed, read out or scanned, in its printed form; null where it is none, or a letter must be wrong. */
export function readReturnCode(heard: string): string | null {
  const rest = /^\s*q\s*l(.*)$/is.exec(heard)?.[1];
  const code = rest === undefined ? null : readCheckCode(rest);
  return code === null ? null : `QL ${code}`;
}

/** Its form in a slip's QR and in file names, without the blank. */
export function returnCodeInQr(code: string): string {
  return code.replace(' ', '-');
}
