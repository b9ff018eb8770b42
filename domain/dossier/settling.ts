import type { CurrentDossierEvent } from './events.ts';
import type { Correction } from './events/change.ts';
import type { DossierReceived } from './events/receipt.ts';
import { correctionOf } from './correction.ts';
import { currentEvent } from './history.ts';
import { foldDossier, type KnownEvent } from './fold.ts';
import type { Choice } from './side-default.ts';
import { changeOf, type Sides } from './sides.ts';
import type { DossierView } from './view.ts';

/** What a settlement writes, and the dossier as it then stands. */
export interface Settling {
  readonly flags: readonly string[];
  readonly setAside: readonly string[];
  readonly change: Correction;
  readonly result: DossierView;
}

export type Choices = Readonly<Record<string, Choice>>;

/**
 * Works out a settlement: the sides not chosen lose their effect, and with them what rested on them; fields of two
 * corrections are put together as chosen. The result is folded from the same events with the settlement behind them.
 */
export function settlingOf(
  id: string,
  events: readonly KnownEvent[],
  view: DossierView,
  sides: Sides,
  choices: Choices,
): Settling {
  const known = new Map(
    events.flatMap(({ envelope, event }) => {
      const now = currentEvent(event);
      return now === null ? [] : [[envelope.id, now] as const];
    }),
  );
  const aside = new Set<string>();
  for (const row of sides.rows) {
    const choice = choices[row.key] ?? row.choice;
    if (choice !== 'both') (choice === 'left' ? row.right : row.left).events.forEach((each) => aside.add(each));
  }
  const before = new Set(view.flags.filter((flag) => flag.kind === 'out-of-place').flatMap((flag) => flag.events));
  let result = folded(id, events, view, { flags: sides.flags, setAside: [...aside], change: {} });
  // What rested on a side set aside has lost its ground: it goes with it.
  for (let more = groundless(result, before, aside); more.length > 0; more = groundless(result, before, aside)) {
    more.forEach((each) => aside.add(each));
    result = folded(id, events, view, { flags: sides.flags, setAside: [...aside], change: {} });
  }
  const wanted = result.received === null ? null : together(result.received, sides, choices, known);
  const change = result.received === null || wanted === null ? {} : correctionOf(result.received, wanted);
  const settling = { flags: sides.flags, setAside: [...aside].sort(), change };
  return { ...settling, result: folded(id, events, view, settling) };
}

function groundless(result: DossierView, before: ReadonlySet<string>, aside: ReadonlySet<string>): string[] {
  return result.flags
    .filter((flag) => flag.kind === 'out-of-place')
    .flatMap((flag) => flag.events)
    .filter((each) => !before.has(each) && !aside.has(each));
}

function folded(
  id: string,
  events: readonly KnownEvent[],
  view: DossierView,
  body: { readonly flags: readonly string[]; readonly setAside: readonly string[]; readonly change: Correction },
): DossierView {
  const settled: KnownEvent = {
    envelope: {
      id: 'settling',
      log: '~',
      seq: 1,
      after: view.heads,
      type: 'dossier.settled',
      version: 1,
      actor: '',
      approvedBy: null,
      at: { device: 0, offset: null },
    },
    event: { type: 'dossier.settled', version: 1, body: { ...body, callBack: false, reason: '', at: '' } },
  };
  return foldDossier(id, [...events, settled]) ?? view;
}

/** The receipt with each line as chosen. */
function together(
  received: DossierReceived,
  sides: Sides,
  choices: Choices,
  known: ReadonlyMap<string, CurrentDossierEvent>,
): DossierReceived {
  const changes = (head: Sides['left']): Correction =>
    Object.assign({}, ...head.events.map((each) => changeOf(known.get(each)))) as Correction;
  const [left, right] = [changes(sides.left), changes(sides.right)];
  let result = received;
  for (const row of sides.rows) {
    if (row.left.events.length + row.right.events.length > 0) continue;
    const choice = choices[row.key] ?? row.choice;
    if (choice === 'both') result = besides(line(result, row.key, left), row.key, right);
    else result = line(result, row.key, choice === 'left' ? left : right);
  }
  return result;
}

/** One line of the receipt as a change has it. Lines of a person, a fee or the papers are taken one by one. */
function line(received: DossierReceived, key: string, change: Correction): DossierReceived {
  const [part = '', name = ''] = key.split('.');
  if (part === 'applicant') {
    const [mine, theirs] = [received.applicant, change.applicant];
    if (mine === null || theirs === null || theirs === undefined) return { ...received, applicant: theirs ?? null };
    return { ...received, applicant: { ...mine, [name]: theirs[name as keyof typeof theirs] } };
  }
  if (part === 'paper') {
    const theirs = change.papers?.find((paper) => paper.paperId === key.slice('paper.'.length));
    if (theirs === undefined) return received;
    return { ...received, papers: received.papers.map((paper) => (paper.paperId === theirs.paperId ? theirs : paper)) };
  }
  const feePart = feeParts[part];
  if (feePart !== undefined) {
    return change.fee === undefined
      ? received
      : { ...received, fee: { ...received.fee, [feePart]: change.fee[feePart] } };
  }
  const field = part === 'case' ? 'procedure' : part;
  const value = Object.entries(change).find(([each]) => each === field);
  return value === undefined ? received : { ...received, [field]: value[1] };
}

const feeParts: Readonly<Record<string, 'amount' | 'paid' | 'receiptNumber'>> = {
  fee: 'amount',
  feePaid: 'paid',
  feeReceipt: 'receiptNumber',
};

/** The other one kept beside it: a second telephone, a second remark. */
function besides(received: DossierReceived, key: string, change: Correction): DossierReceived {
  const more =
    key === 'applicant.phone'
      ? change.applicant?.phone === undefined
        ? ''
        : `Điện thoại khác: ${change.applicant.phone}`
      : (change.note ?? '');
  const note = [received.note, more].filter((text, i, all) => text !== '' && all.indexOf(text) === i).join('\n');
  return { ...received, note };
}
