import type { Bilingual } from '../text.ts';
import { caseOf, type PaperRule, type Procedure } from './catalogue.ts';
import { bringText } from './paper-text.ts';

/** State of one paper: chưa xem, đủ, thiếu, chưa đúng, không cần. */
export type PaperMark = 'unseen' | 'has' | 'missing' | 'wrong' | 'notNeeded';

/** Marks by paper id; an id that is absent counts as unseen. */
export type PaperMarks = Readonly<Record<string, PaperMark>>;

/** What the desk knows before the officer looks at a paper. */
export interface ChecklistFacts {
  /** Somebody hands it in for another person (nộp thay). */
  readonly onBehalf: boolean;
  /** The submitter's ID card was read in this visit. */
  readonly cardRead: boolean;
  /** The line is up, so data can be looked up. */
  readonly lineUp: boolean;
}

export interface ChecklistRow {
  readonly paper: PaperRule;
  /** "Không cần" may be chosen: conditional papers only. */
  readonly mayBeNotNeeded: boolean;
  /** The mark the row starts with. */
  readonly initial: PaperMark;
  readonly hint: Bilingual | null;
}

/** A paper that does not apply: it belongs to other cases, or nobody acts for another. */
export interface HiddenRow {
  readonly paper: PaperRule;
  readonly why: 'case' | 'not-on-behalf';
}

export interface Checklist {
  /** Phải nộp. */
  readonly submit: readonly ChecklistRow[];
  /** Chỉ xuất trình, không giữ bản sao. */
  readonly present: readonly ChecklistRow[];
  readonly hidden: readonly HiddenRow[];
}

const CARD_READ: Bilingual = {
  vi: 'Đã đọc thẻ căn cước, không cần xem thêm',
  en: 'ID card read, no need to look again',
};
const MUST_SEE: Bilingual = {
  vi: 'Phải xem, vì đang mất đường truyền',
  en: 'Must be seen, because the line is down',
};
const LOOK_UP: Bilingual = {
  vi: 'Tra được trong cơ sở dữ liệu thì chọn Không cần',
  en: 'Choose Not needed if the database shows it',
};

function rowOf(paper: PaperRule, facts: ChecklistFacts): ChecklistRow {
  const mayBeNotNeeded = paper.need !== 'always';
  // One card is one person: a paper that asks for two (marriage) still has to be seen.
  if (paper.role === 'identity' && facts.cardRead && paper.originals === 1) {
    return { paper, mayBeNotNeeded, initial: 'has', hint: CARD_READ };
  }
  const hint = paper.need !== 'if-not-in-database' ? null : facts.lineUp ? LOOK_UP : MUST_SEE;
  return { paper, mayBeNotNeeded, initial: 'unseen', hint };
}

/** The papers of one case for these facts. Throws RangeError for a case the procedure does not have. */
export function checklistFor(procedure: Procedure, caseId: string, facts: ChecklistFacts): Checklist {
  if (caseOf(procedure, caseId) === undefined) throw new RangeError(`${procedure.code} has no case ${caseId}`);
  const submit: ChecklistRow[] = [];
  const present: ChecklistRow[] = [];
  const hidden: HiddenRow[] = [];
  for (const paper of procedure.papers) {
    if (paper.cases !== undefined && !paper.cases.includes(caseId)) hidden.push({ paper, why: 'case' });
    else if (paper.role === 'authorisation' && !facts.onBehalf) hidden.push({ paper, why: 'not-on-behalf' });
    else (paper.group === 'submit' ? submit : present).push(rowOf(paper, facts));
  }
  return { submit, present, hidden };
}

/** Something the citizen must bring: one paper, or any one of a set. */
export interface LackingPaper {
  readonly papers: readonly PaperRule[];
  readonly state: 'missing' | 'wrong';
  readonly name: string;
  readonly bring: Bilingual;
}

export interface ChecklistVerdict {
  /** `unfinished` as long as one row has no state; then `incomplete` or `complete`. */
  readonly kind: 'complete' | 'incomplete' | 'unfinished';
  readonly unseen: readonly PaperRule[];
  readonly lacking: readonly LackingPaper[];
  readonly text: Bilingual;
}

/** The mark that counts: "Không cần" on a paper that is always needed is as good as unseen. */
function markOf(row: ChecklistRow, marks: PaperMarks): PaperMark {
  const mark = marks[row.paper.id] ?? row.initial;
  return mark === 'notNeeded' && !row.mayBeNotNeeded ? 'unseen' : mark;
}

function lackingOf(rows: readonly ChecklistRow[], state: LackingPaper['state']): LackingPaper {
  const papers = rows.map((r) => r.paper);
  const one = papers.length === 1;
  const bring = papers.map(bringText);
  return {
    papers,
    state,
    name: one ? papers.map((p) => p.name).join('') : `Một trong các giấy tờ: ${papers.map((p) => p.name).join('; ')}`,
    bring: { vi: bring.map((b) => b.vi).join('; hoặc '), en: bring.map((b) => b.en).join('; or ') },
  };
}

const papers = (n: number): string => (n === 1 ? '1 paper' : `${n} papers`);

function verdictText(kind: ChecklistVerdict['kind'], total: number, unseen: number, lacking: number): Bilingual {
  switch (kind) {
    case 'unfinished':
      return { vi: `Còn ${unseen} giấy tờ chưa xem`, en: `${papers(unseen)} not looked at yet` };
    case 'incomplete':
      return { vi: `Thiếu hoặc chưa đúng ${lacking} giấy tờ`, en: `${papers(lacking)} missing or not right` };
    case 'complete':
      return { vi: `Đã xem đủ ${total} giấy tờ`, en: `${papers(total)} seen, nothing missing` };
  }
}

/**
 * Whether the dossier can be received (NĐ 61/2018 Điều 17, kept by NĐ 118/2025), with everything that is lacking at
 * once, because a supplement may be asked for once only (NĐ 309/2026). A missing paper "nếu có" lacks nothing.
 */
export function checklistVerdict(checklist: Checklist, marks: PaperMarks): ChecklistVerdict {
  const rows = [...checklist.submit, ...checklist.present];
  const sets = new Map<string, ChecklistRow[]>();
  const unseen: PaperRule[] = [];
  const lacking: LackingPaper[] = [];
  for (const row of rows) {
    const set = row.paper.oneOf;
    if (set !== undefined) {
      sets.set(set, [...(sets.get(set) ?? []), row]);
      continue;
    }
    const mark = markOf(row, marks);
    if (mark === 'unseen') unseen.push(row.paper);
    else if (mark === 'wrong' || (mark === 'missing' && row.paper.need !== 'if-any'))
      lacking.push(lackingOf([row], mark));
  }
  for (const set of sets.values()) {
    const found = set.map((row) => markOf(row, marks));
    if (found.includes('has')) continue;
    if (found.includes('unseen')) unseen.push(...set.filter((_, i) => found[i] === 'unseen').map((r) => r.paper));
    else lacking.push(lackingOf(set, found.includes('wrong') ? 'wrong' : 'missing'));
  }
  const kind = unseen.length > 0 ? 'unfinished' : lacking.length > 0 ? 'incomplete' : 'complete';
  return { kind, unseen, lacking, text: verdictText(kind, rows.length, unseen.length, lacking.length) };
}
