import { signText, verdictText, type SigningKey } from '../../contract/signing.ts';
import type { Verdict } from '../../contract/sync.ts';

/** Signs a verdict with the server key: over its canonical form without the signature. */
export function signVerdict(key: SigningKey, verdict: Omit<Verdict, 'signature'>): Verdict {
  return { ...verdict, signature: signText(key, verdictText(verdict)) };
}
