import { desk } from '../app/desk-client.ts';
import { useResults } from '../stores/results.ts';
import { newForm, withArrival, type CameBy, type ScanReply } from './form.ts';

/** One result going out: what was filled in before it was left half done is there again. @throws DeskProblem TN-05, TK-01 */
export async function beginReturn(dossierId: string, cameBy: CameBy): Promise<void> {
  const page = await desk('results.get', { dossierId });
  const { kept, begin } = useResults.getState();
  const before = kept?.dossierId === dossierId ? kept.form : null;
  begin(page, before === null ? newForm(page, cameBy) : withArrival(before, page, cameBy));
}

/** The card a scan was; null: it was something else. */
export function cardOf(reply: ScanReply): CameBy['card'] {
  return reply.kind === 'person' ? { person: reply.person, certain: reply.confidence === 'certain' } : null;
}
