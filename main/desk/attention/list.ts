import type { CallOutput } from '../../../contract/desk.ts';
import { isProblemCode, problemText, type ProblemCode } from '../../../contract/problems.ts';
import { callBackOwed } from '../../../domain/dossier/call-back.ts';
import { codeOfView, flagKey, type DossierView, type Flag } from '../../../domain/dossier/view.ts';
import type { Bilingual } from '../../../domain/text.ts';
import type { DeskContext } from '../context.ts';
import { writtenLocal } from '../trusted-time.ts';
import { slipInDoubt } from './printed-code.ts';
import { logMatters, verdictOnThing } from './things.ts';

export type MatterRow = CallOutput<'attention.list'>[number];

/** So many are listed. */
const MOST = 500;

/** What needs a person (việc cần xem lại): what the fold flags, who must be called, and verdicts that are not plain 'applied'. */
export function attentionList(context: DeskContext): MatterRow[] {
  const { store } = context;
  const rows = [...store.dossiers.flagged(), ...store.dossiers.toCallBack()].flatMap((view) => mattersOf(view));
  for (const { aggregateId, verdict } of store.outbox.toLookAt(MOST)) {
    const view = store.dossiers.get(aggregateId);
    const problem = verdict.reason !== null && isProblemCode(verdict.reason) ? verdict.reason : 'XV-03';
    if (view === null) {
      rows.push(verdictOnThing(context, aggregateId, verdict, problem));
      continue;
    }
    const doubt = slipInDoubt(view, verdict);
    if (doubt !== null) {
      const told = { key: 'call-back', kind: 'call-back', problem: doubt, at: writtenLocal(verdict.at) } as const;
      rows.push(rowOf(view, told, problemText(problem).what));
      continue;
    }
    const key = `verdict ${problem} ${verdict.eventId}`;
    rows.push(rowOf(view, { key, kind: 'verdict', problem, at: writtenLocal(verdict.at) }));
  }
  rows.push(...logMatters(context));
  const offset = store.meta.get('clock')?.offset ?? 0;
  for (const { dossierId, hash, code, at } of store.toSend.toLookAt(MOST)) {
    const view = store.dossiers.get(dossierId);
    if (view === null || !isProblemCode(code)) continue;
    const row = rowOf(view, { key: `scan ${hash}`, kind: 'scan', problem: code, at: writtenLocal(at + offset) });
    const title = view.scans.find((scan) => scan.fileId === hash)?.title ?? '';
    const named = ({ vi, en }: Bilingual): Bilingual => ({ vi: `${title}: ${vi}`, en: `${title}: ${en}` });
    rows.push(title === '' ? row : { ...row, title: named(row.title) });
  }
  const seen = new Set<string>();
  return rows
    .filter(({ dossierId, key }) => !seen.has(`${dossierId} ${key}`) && seen.add(`${dossierId} ${key}`))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** How many dossiers and other things need a person. Counted, not listed: the status bar asks at every change. */
export function attentionCount(context: DeskContext): number {
  const { outbox, toSend, meta } = context.store;
  return outbox.countToLookAt() + toSend.count().setAside + (meta.get('logMatters') ?? []).length;
}

/** The matters of one dossier: everything two places wrote apart is one. */
export function mattersOf(view: DossierView): MatterRow[] {
  const at = (flag: Flag): string => {
    const line = view.story.find((each) => each.eventId === flag.events.at(-1));
    return line === undefined ? view.openedAt : writtenLocal(line.at);
  };
  const isPair = (flag: Flag): boolean => flag.kind === 'two-sides' || flag.kind === 'received-twice';
  const pairs = view.flags.filter(isPair);
  const [first] = pairs;
  const owed = callBackOwed(view);
  return [
    ...(first === undefined
      ? []
      : [rowOf(view, { key: 'two-sides', kind: 'two-sides', problem: codeOf(first), at: at(first) }, SIDES_TODO)]),
    ...view.flags
      .filter((flag) => !isPair(flag))
      .map((flag) => rowOf(view, { key: flagKey(flag), kind: kindOf(flag), problem: codeOf(flag), at: at(flag) })),
    ...(owed === null
      ? []
      : [rowOf(view, { key: 'call-back', kind: 'call-back', problem: 'XV-15', at: owed.since }, told(owed.because))]),
  ];
}

function kindOf(flag: Flag): MatterRow['kind'] {
  return flag.kind === 'received-twice' ? 'two-sides' : flag.kind;
}

const SIDES_TODO: Bilingual = { vi: 'Chọn bên đúng cho từng mục', en: 'Choose the right side, row by row' };

function told(because: string): Bilingual {
  return { vi: because, en: because };
}

export function codeOf(flag: Flag): ProblemCode {
  switch (flag.kind) {
    case 'received-twice':
      return 'XV-09';
    case 'unreadable':
      return 'XV-18';
    case 'out-of-place':
      return 'XV-10';
    case 'not-approved':
      return 'XV-11';
    case 'two-sides':
      return 'XV-12';
    case 'paper-missing':
      return 'XV-13';
    case 'custody-gap':
      return 'XV-14';
  }
}

function rowOf(
  view: DossierView,
  about: Pick<MatterRow, 'key' | 'kind' | 'at'> & { readonly problem: ProblemCode },
  todo?: Bilingual,
): MatterRow {
  const words = problemText(about.problem);
  return {
    ...about,
    dossierId: view.id,
    thing: null,
    code: codeOfView(view),
    name: view.intake.applicant?.name ?? '',
    procedure: view.intake.procedure.shortName,
    title: words.what,
    todo: todo ?? words.todo,
  };
}
