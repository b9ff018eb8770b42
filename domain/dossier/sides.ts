import type { Bilingual } from '../text.ts';
import { correctableFields } from './correction.ts';
import { differing, trackShared, type Track } from './concurrency.ts';
import type { CurrentDossierEvent } from './events.ts';
import type { Correction } from './events/change.ts';
import type { DossierReceived } from './events/receipt.ts';
import type { Placed } from './history.ts';
import { receiptLines, type ReceiptLine } from './receipt-words.ts';
import { defaultOf, type Choice } from './side-default.ts';
import { tell } from './story/story.ts';
import { flagKey, type DossierView, type Flag } from './view.ts';

/** Two sides of a dossier (hai nơi ghi khác nhau), row by row in the words of the form, with the lawful default of each. */

export interface Known {
  readonly envelope: Placed;
  readonly event: CurrentDossierEvent;
}

/** What one side says on one row. */
export interface Side {
  readonly text: Bilingual;
  readonly detail: Bilingual | null;
  /** Events that say it; empty where it is a field of a correction. */
  readonly events: readonly string[];
}

export interface SideRow {
  /** Names the row: a track, or the line of a receipt. */
  readonly key: string;
  readonly label: Bilingual;
  readonly left: Side;
  readonly right: Side;
  /** Whether both can stand. */
  readonly mayBoth: boolean;
  readonly choice: Choice;
  /** Why that one; null where both stand and nothing need be said. */
  readonly reason: Bilingual | null;
}

export interface SideHead {
  readonly actor: string;
  /** Where it was written, as far as the event says: "Quầy 2"; empty where it does not. */
  readonly place: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly events: readonly string[];
}

export interface Sides {
  /** Keys of the flags that a settlement of these rows closes. */
  readonly flags: readonly string[];
  readonly left: SideHead;
  readonly right: SideHead;
  readonly rows: readonly SideRow[];
  /** Lines of the form both sides agree on. */
  readonly same: readonly ReceiptLine[];
}

/** The flags of two sides, gathered by the two logs that wrote them. */
export function sidesOf(
  view: DossierView,
  known: ReadonlyMap<string, Known>,
  officeName: (id: string) => string,
): Sides[] {
  const groups = new Map<string, { flags: Flag[]; pairs: [Known, Known][] }>();
  for (const flag of view.flags) {
    if (flag.kind !== 'two-sides' && flag.kind !== 'received-twice') continue;
    const [a, b] = flag.events.map((id) => known.get(id));
    if (a === undefined || b === undefined) continue;
    const [left, right] = inOrder(view, a, b);
    const key = [left.envelope.log, right.envelope.log].sort().join(' ');
    const group = groups.get(key) ?? { flags: [], pairs: [] };
    group.flags.push(flag);
    // Every pair of a group stands the same way round.
    const first = group.pairs[0]?.[0].envelope.log ?? left.envelope.log;
    group.pairs.push(left.envelope.log === first ? [left, right] : [right, left]);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => sides(view, group, officeName));
}

function sides(
  view: DossierView,
  { flags, pairs }: { flags: readonly Flag[]; pairs: readonly [Known, Known][] },
  officeName: (id: string) => string,
): Sides {
  const rows = new Map<string, { label: Bilingual; left: Map<string, Known>; right: Map<string, Known> }>();
  const lines: SideRow[] = [];
  for (const [left, right] of pairs) {
    const isTwice = left.event.type === 'dossier.received' && right.event.type === 'dossier.received';
    const track = trackShared(left.event, right.event) ?? 'state';
    if (isTwice) lines.push(...factRows(view, left, right, officeName));
    if (track === 'facts') {
      lines.push(...factRows(view, left, right, officeName));
      continue;
    }
    const label = isTwice ? TWICE : labels[track];
    const row = rows.get(label.vi) ?? { label, left: new Map(), right: new Map() };
    row.left.set(left.envelope.id, left);
    row.right.set(right.envelope.id, right);
    rows.set(label.vi, row);
  }
  const decided = [...rows.values()].map(({ label, left, right }): SideRow => {
    const [l, r] = [[...left.values()], [...right.values()]];
    const { choice, reason, mayBoth } = defaultOf(view, l, r);
    return { key: label.vi, label, left: sideOf(l), right: sideOf(r), mayBoth, choice, reason };
  });
  const all = [...decided, ...lines.filter((row, i) => lines.findIndex((each) => each.key === row.key) === i)];
  const differ = new Set(all.map((row) => row.key));
  const kept = view.received === null ? [] : receiptLines(view.received, officeName);
  return {
    flags: flags.map(flagKey),
    left: headOf(
      view,
      pairs.map(([left]) => left),
    ),
    right: headOf(
      view,
      pairs.map(([, right]) => right),
    ),
    rows: all,
    same: kept.filter((line) => !differ.has(line.key)),
  };
}

function inOrder(view: DossierView, a: Known, b: Known): [Known, Known] {
  const place = ({ envelope }: Known): number => view.story.findIndex((line) => line.eventId === envelope.id);
  return place(a) <= place(b) ? [a, b] : [b, a];
}

/** Both corrected the receipt: one row for each line on which they differ. */
function factRows(view: DossierView, left: Known, right: Known, officeName: (id: string) => string): SideRow[] {
  const { received } = view;
  if (received === null) return [];
  const [l, r] = [changeOf(left.event), changeOf(right.event)];
  const fields = new Set(differing(l, r));
  const said = (change: Correction): ReceiptLine[] =>
    receiptLines(withChange(received, change, fields), officeName).filter((line) => fields.has(line.field));
  const theirs = new Map(said(r).map((line) => [line.key, line]));
  return said(l).flatMap((line): SideRow[] => {
    const other = theirs.get(line.key);
    if (other === undefined || other.text.vi === line.text.vi) return [];
    const { choice, reason } = defaultOf(view, [left], [right]);
    const mayBoth = BOTH_LINES.has(line.key);
    return [
      {
        key: line.key,
        label: line.label,
        left: { text: line.text, detail: null, events: [] },
        right: { text: other.text, detail: null, events: [] },
        mayBoth,
        choice: mayBoth ? 'both' : choice,
        reason: mayBoth ? null : reason,
      },
    ];
  });
}

/** Lines of which two can stand side by side. */
const BOTH_LINES: ReadonlySet<string> = new Set(['applicant.phone', 'note']);

/** What an event says of the receipt: a second receipt says all of it. */
export function changeOf(event: CurrentDossierEvent | undefined): Correction {
  if (event?.type === 'dossier.corrected' || event?.type === 'dossier.settled') return event.body.change;
  if (event?.type !== 'dossier.received') return {};
  const { body } = event;
  // One key a field of the receipt.
  return Object.fromEntries(correctableFields.map((field) => [field, body[field]])) as Correction;
}

function withChange(received: DossierReceived, change: Correction, fields: ReadonlySet<string>): DossierReceived {
  return { ...received, ...Object.fromEntries(Object.entries(change).filter(([field]) => fields.has(field))) };
}

/** The last of them says how it stands on that side. */
function sideOf(events: readonly Known[]): Side {
  const last = events.at(-1);
  const told = last === undefined ? null : tell(last.event, { due: null, opinions: [] });
  return {
    text: told?.what ?? { vi: '', en: '' },
    detail: told?.detail ?? null,
    events: events.map(({ envelope }) => envelope.id),
  };
}

function headOf(view: DossierView, events: readonly Known[]): SideHead {
  const first = events[0];
  const line = view.story.find((each) => each.eventId === first?.envelope.id);
  return {
    actor: first?.envelope.actor ?? '',
    place: first === undefined ? '' : tell(first.event, { due: null, opinions: [] }).place,
    at: line?.at ?? 0,
    events: [...new Set(events.map(({ envelope }) => envelope.id))],
  };
}

/** What the row is about; complete, so that a new track asks for its words. */
const labels: Readonly<Record<Track, Bilingual>> = {
  state: { vi: 'Tình trạng', en: 'State' },
  start: { vi: 'Tình trạng', en: 'State' },
  due: { vi: 'Hẹn trả', en: 'Due' },
  custody: { vi: 'Giấy tờ', en: 'Paper' },
  assignee: { vi: 'Người giải quyết', en: 'Assigned to' },
  step: { vi: 'Bước đang làm', en: 'Step' },
  opinion: { vi: 'Ý kiến phối hợp', en: 'Opinion' },
  shelf: { vi: 'Chỗ để kết quả', en: 'Place of the result' },
  money: { vi: 'Khoản thu', en: 'Payment' },
  slip: { vi: 'Phiếu thay thế', en: 'Replacing slip' },
  scan: { vi: 'Bản số hóa', en: 'Scan' },
  facts: { vi: 'Nội dung tiếp nhận', en: 'Receipt' },
  settlement: { vi: 'Cách đã chốt', en: 'Settlement' },
};

const TWICE: Bilingual = { vi: 'Lần tiếp nhận', en: 'Receipt' };
