import type { Verdict } from '../../contract/sync.ts';
import { dossierStates, stateFacts } from '../../domain/dossier/states.ts';
import { eventText } from './events.ts';
import { historiesOf, type HistoryRow } from './histories.ts';
import type { Db } from './pool.ts';
import { verdictOf } from './verdicts.ts';

const open = dossierStates.filter((state) => stateFacts[state].open);

export interface OpenPage {
  /** The events as JSON texts, byte for byte what was stored; whole dossiers, each in the order of the office's feed. */
  readonly events: readonly string[];
  readonly verdicts: readonly Verdict[];
  /** The last dossier of the page; null: there are no more. */
  readonly after: string | null;
}

/** A page never grows beyond this; one dossier is always given. */
const PAGE_BYTES = 2 * 1_048_576;

/** Histories of dossiers the office received or decides and that are not ended, after that id: the oldest first. */
export async function openDossiersAfter(
  db: Db,
  office: string,
  after: string | null,
  dossiers: number,
): Promise<OpenPage> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const side = (column: 'receiving_office' | 'competent_office') =>
    db
      .selectFrom('dossier_view')
      .select('id')
      .where(column, '=', office)
      .where('state', 'in', open)
      .where('id', '>', from)
      .orderBy('id')
      .limit(dossiers + 1);
  const [received, decided] = [await side('receiving_office').execute(), await side('competent_office').execute()];
  const ids = [...new Set([...received, ...decided].map(({ id }) => id))].sort();
  const page = ids.slice(0, dossiers);
  if (page.length === 0) return { events: [], verdicts: [], after: null };
  const histories = await historiesOf(db, office, page, Number.MAX_SAFE_INTEGER);
  const fitting: HistoryRow[] = [];
  let bytes = 0;
  let last: string | null = null;
  for (const id of page) {
    const history = histories.get(id) ?? [];
    bytes += history.reduce((sum, row) => sum + row.bytes, 0);
    if (last !== null && bytes > PAGE_BYTES) break;
    fitting.push(...history);
    last = id;
  }
  return {
    events: fitting.filter((row) => !row.quarantined).map(eventText),
    verdicts: fitting.map(verdictOf),
    after: last === ids.at(-1) ? null : last,
  };
}
