import type { CallOutput } from '../../../contract/desk.ts';
import { readCardQr } from '../../../domain/citizen/card-qr.ts';
import { parseDossierCode } from '../../../domain/dossier/code.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import { decodeSlipQr } from '../../../domain/form/slip-qr.ts';
import { awaited } from '../../../domain/results/whereabouts.ts';
import type { DeskContext } from '../context.ts';
import type { createLookup } from '../lookup.ts';
import { voidSlipOf } from '../slips/void-slip.ts';
import type { ResultRows } from './rows.ts';

type Reply = CallOutput<'results.scan'>;
type Found = CallOutput<'results.find'>;

const SHOWN = 40;

/** Finding a result by what is shown at the counter: a slip, a code, an ID card, a name. */
export function createFinding(
  context: DeskContext,
  rows: ResultRows,
  lookup: Pick<ReturnType<typeof createLookup>, 'scan'>,
) {
  const { dossiers } = context.store;

  const dossier = (view: DossierView, token: string | null): Reply => {
    const waits = awaited(view);
    const { rows: here, others } = rows.sorted([view]);
    return {
      kind: 'dossier',
      dossierId: view.id,
      code: codeOfView(view),
      row: waits === null ? null : (here[0] ?? null),
      other: others[0] ?? null,
      voidSlip: token === null ? null : voidSlipOf(view, token),
    };
  };

  return {
    find(text: string): Found {
      const typed = text.trim();
      if (typed === '') return { rows: [], others: [] };
      return rows.sorted(dossiers.search(typed, SHOWN));
    },
    scan(raw: string): Reply {
      const slip = decodeSlipQr(raw);
      if (slip !== null) {
        const view = dossiers.get(slip.dossierId);
        return view === null ? { kind: 'unknown', found: slip.code, like: 'slip' } : dossier(view, slip.token);
      }
      const text = raw.trim();
      const isCode = parseDossierCode(text).kind !== 'other';
      const byCode = readCardQr(raw).kind === 'not-a-card' ? dossiers.byCode(text) : null;
      if (byCode !== null) return dossier(byCode, null);
      if (isCode) return { kind: 'unknown', found: text.slice(0, 80), like: 'code' };
      const reading = lookup.scan(raw);
      switch (reading.kind) {
        case 'ask':
          return reading;
        case 'read': {
          const { person, confidence } = reading;
          const { personalId } = person;
          const theirs = personalId === null ? [] : dossiers.search(personalId, SHOWN);
          return { kind: 'person', person, confidence, ...rows.sorted(theirs) };
        }
        case 'dossier':
        case 'unknown':
          return { kind: 'unknown', found: text.slice(0, 80), like: 'text' };
      }
    },
  };
}
