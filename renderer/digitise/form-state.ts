import {
  descriptionGaps,
  type DescriptionDraft,
  type DescriptionGap,
  type DigitisedScope,
} from '../../domain/digitise/description.ts';
import { mayDigitise } from '../../domain/digitise/allowed.ts';
import { parseTypedDate } from '../../domain/citizen/typed-date.ts';
import type { CallInput, CallOutput } from '../../contract/desk.ts';

type Prepared = CallOutput<'digitise.prepare'>;

/** The form as it is typed. */
export interface DescriptionForm {
  /** Empty: another paper, not one of the procedure's. */
  readonly paperId: string;
  readonly documentType: string | null;
  readonly title: string;
  readonly summary: string;
  readonly ownerId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly scope: DigitisedScope | null;
  readonly matched: boolean;
}

export const emptyForm: DescriptionForm = {
  paperId: '',
  documentType: null,
  title: '',
  summary: '',
  ownerId: '',
  validFrom: '',
  validTo: '',
  scope: 'dossier',
  matched: false,
};

/** What still keeps the paper from being kept. */
export type Missing = DescriptionGap | 'pages' | 'reading' | 'forbidden' | 'matched';

/** The form with a paper of the dossier chosen: its name and kind are known, what was typed besides stays. */
export function withPaper(form: DescriptionForm, paperId: string, prepared: Prepared): DescriptionForm {
  const paper = prepared.papers.find((each) => each.paperId === paperId);
  if (paper === undefined) return { ...form, paperId: '', title: '', documentType: null };
  return { ...form, paperId, title: paper.name, documentType: paper.documentType };
}

/** Whether the paper chosen may become a file under the kind chosen (SH-06). */
export function isForbidden(form: DescriptionForm, prepared: Prepared | undefined): boolean {
  const paper = prepared?.papers.find((each) => each.paperId === form.paperId);
  if (paper !== undefined && !paper.may) return true;
  // A paper whose copy the procedure keeps was allowed by the desk under its own kind.
  const own = paper !== undefined && paper.documentType === form.documentType;
  return !own && !mayDigitise(null, form.documentType).may;
}

/** @returns undefined where something is typed that is no date */
export function dateIn(typed: string): string | null | undefined {
  return typed.trim() === '' ? null : (parseTypedDate(typed) ?? undefined);
}

function draftOf(form: DescriptionForm): DescriptionDraft | null {
  const [validFrom, validTo] = [dateIn(form.validFrom), dateIn(form.validTo)];
  if (validFrom === undefined || validTo === undefined) return null;
  const { documentType, ownerId, title, summary, scope } = form;
  return { documentType, ownerId, title, summary, scope, validFrom, validTo };
}

/** The first thing missing, in the order of the form; null: the paper can be kept. */
export function missingIn(
  form: DescriptionForm,
  more: { readonly pages: number; readonly reading: number; readonly forbidden: boolean },
): Missing | null {
  if (more.reading > 0) return 'reading';
  if (more.pages === 0) return 'pages';
  if (more.forbidden) return 'forbidden';
  const draft = draftOf(form);
  const [gap] = draft === null ? (['validity'] as const) : descriptionGaps(draft);
  return gap ?? (form.matched ? null : 'matched');
}

/** What is sent; null while something is missing. */
export function descriptionOf(form: DescriptionForm): CallInput<'digitise.attach'>['description'] | null {
  const draft = draftOf(form);
  if (draft === null || draft.documentType === null || draft.scope === null) return null;
  return { ...draft, documentType: draft.documentType, scope: draft.scope };
}
