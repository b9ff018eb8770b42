import type { CallOutput } from '../../../contract/desk.ts';
import { readCardQr } from '../../../domain/citizen/card-qr.ts';
import { parseDossierCode } from '../../../domain/dossier/code.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import { decodeSlipQr } from '../../../domain/form/slip-qr.ts';
import { awaited } from '../../../domain/results/whereabouts.ts';
import type { DeskContext } from '../context.ts';
import type { createLookup } from '../lookup.ts';
import { writtenLocal } from '../trusted-time.ts';
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
      voided: token === null ? null : voidedSlip(view, token),
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

/** What stands against a slip, found by the token of its QR; null where it holds, or was made elsewhere and not heard of. */
function voidedSlip(view: DossierView, token: string): Extract<Reply, { kind: 'dossier' }>['voided'] {
  const slip = view.slips.find((each) => each.token === token);
  if (slip === undefined || slip.voidedBy === null) return null;
  const by = view.slips.find((each) => each.slipId === slip.voidedBy);
  const line = view.story.find((each) => each.eventId === by?.eventId);
  return {
    issue: slip.issue,
    by: by === undefined || line === undefined ? null : { issue: by.issue, at: writtenLocal(line.at) },
  };
}
