import type { Envelope } from '../log/envelope.ts';
import { reaches } from './custody.ts';
import type { CurrentDossierEvent, DossierBodies } from './events.ts';

type Place = Pick<Envelope, 'id' | 'log' | 'seq' | 'after'>;

interface Moved<T extends 'dossier.handedOver' | 'dossier.handoverAccepted'> {
  readonly id: string;
  readonly body: DossierBodies[T];
}

/**
 * Paper tells an order too: whoever took a bundle took it after it was given, though no line had told them so. Each
 * acceptance is put after the giving it answers: of the same batch, or, where it came without a list, the only one to
 * those hands that nothing else answers. Two desks without a line all day so leave one chain of hands.
 * @returns the envelopes with what their events have seen by the paper added to `after`
 */
export function withPaperOrder<E extends Place>(
  envelopes: readonly E[],
  eventOf: (id: string) => CurrentDossierEvent | null,
): E[] {
  const gifts: Moved<'dossier.handedOver'>[] = [];
  const takings: Moved<'dossier.handoverAccepted'>[] = [];
  for (const { id } of envelopes) {
    const event = eventOf(id);
    if (event?.type === 'dossier.handedOver') gifts.push({ id, body: event.body });
    if (event?.type === 'dossier.handoverAccepted') takings.push({ id, body: event.body });
  }
  if (gifts.length === 0 || takings.length === 0) return [...envelopes];

  const after = new Map(envelopes.map((envelope) => [envelope.id, [...envelope.after]]));
  const link = (taking: string, gift: string): void => {
    // A giver who had seen the acceptance gave something else.
    if (!sees(after, gift, taking)) after.get(taking)?.push(gift);
  };
  const answered = new Set<string>();
  for (const { id, body } of takings) {
    if (body.batch === null) continue;
    for (const gift of gifts) {
      if (gift.body.batch?.id !== body.batch.id) continue;
      answered.add(gift.id);
      link(id, gift.id);
    }
  }
  for (const { id, body } of takings) {
    if (body.batch !== null) continue;
    const open = gifts.filter((gift) => !answered.has(gift.id) && reaches(gift.body.to, body.by));
    const [only] = open;
    if (only !== undefined && open.length === 1) link(id, only.id);
  }
  return envelopes.map((envelope) => ({ ...envelope, after: after.get(envelope.id) ?? envelope.after }));
}

function sees(after: ReadonlyMap<string, readonly string[]>, from: string, id: string): boolean {
  const open = [...(after.get(from) ?? [])];
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(after.get(next) ?? []));
  }
  return false;
}
