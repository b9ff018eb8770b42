import type { ProblemCode } from '../../contract/problems.ts';

export type NoLineCode = Extract<ProblemCode, 'DT-01' | 'DT-05' | 'DH-03'>;

/** A certificate that is out of its dates, as Node and Chromium name it. */
const OUT_OF_DATE = ['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED', 'ERR_CERT_DATE_INVALID'];
/** Any other certificate or partner that is not who it should be. */
const NOT_ACCEPTED = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];
/** Errors wrap errors; none this deep. */
const DEEP = 6;

/**
 * Why nothing was answered. A certificate is told apart from a line that is down, and one that fails by its dates alone from
 * any other: that is a desk whose clock is years wrong far more often than a server whose certificate ran out.
 */
export function noLineCode(cause: unknown): NoLineCode {
  for (let error = cause, deep = 0; error instanceof Error && deep < DEEP; error = error.cause, deep++) {
    const names = ['code' in error ? String(error.code) : '', /ERR_CERT_\w+/.exec(error.message)?.[0] ?? ''];
    if (names.some((name) => OUT_OF_DATE.includes(name))) return 'DH-03';
    if (names.some((name) => NOT_ACCEPTED.includes(name) || name.startsWith('ERR_CERT_'))) return 'DT-05';
  }
  return 'DT-01';
}
