import { signText, verdictText, verifyText, type SigningKey } from '../../contract/signing.ts';
import { verdictSchema, type Verdict } from '../../contract/sync.ts';

/** Signs a verdict with the server key: over its canonical form without the signature. */
export function signVerdict(key: SigningKey, verdict: Omit<Verdict, 'signature'>): Verdict {
  return { ...verdict, signature: signText(key, verdictText(verdict)) };
}

/** Hashes of the events that these verdicts of the province itself say it had taken in. Whatever else is among them says nothing. */
export function confirmedBy(key: SigningKey, verdicts: readonly unknown[]): ReadonlySet<string> {
  const confirmed = new Set<string>();
  for (const raw of verdicts) {
    const verdict = verdictSchema.safeParse(raw).data;
    if (verdict !== undefined && isConfirming(key, verdict)) confirmed.add(verdict.hash);
  }
  return confirmed;
}

/** Whether it is the province's own word that this very event is in. */
export function isConfirming(key: SigningKey, verdict: Verdict): boolean {
  const isIn = verdict.end === 'applied' || verdict.end === 'flagged';
  return isIn && verifyText(key.publicKey, verdictText(verdict), verdict.signature);
}
