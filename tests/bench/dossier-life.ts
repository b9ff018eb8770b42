import type { DossierBodies, DossierEventType } from '../../domain/dossier/events.ts';
import { bodies, doing, OFFICE, papers } from '../harness/dossier-acts.ts';

/** What a dossier's life writes, act by act (scale/day.ts: actsADossier acts, eventsADossier events). */
export const dossierLife: readonly (readonly DossierEventType[])[] = [
  ['dossier.received', 'dossier.slipIssued'],
  ['dossier.handedOver'],
  ['dossier.handoverAccepted'],
  ['dossier.stepSet'],
  ['dossier.stepSet'],
  ['dossier.finished'],
  ['dossier.returned'],
];

/** A body as any test has it, done at this office, and with every paper handed over there. */
export function bodyAt(office: string, type: DossierEventType, n: number): object {
  const { body } = type === 'dossier.handoverAccepted' ? handoverAccepted(n) : doing(type, n);
  const text = JSON.stringify(body).replaceAll(JSON.stringify(OFFICE), JSON.stringify(office));
  // What was an object a moment ago.
  return JSON.parse(text) as object;
}

function handoverAccepted(n: number): { readonly body: DossierBodies['dossier.handoverAccepted'] } {
  const body = bodies['dossier.handoverAccepted'](n);
  return { body: { ...body, papers: [papers.paper, papers.lost], missing: [] } };
}
