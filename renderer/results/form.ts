import type { CallInput, CallOutput } from '../../contract/desk.ts';
import type { Collector, ResultPage } from '../../contract/desk/results.ts';
import { tidyName } from '../../domain/citizen/name.ts';
import type { Person } from '../../domain/citizen/person.ts';
import { parseTypedDate } from '../../domain/citizen/typed-date.ts';
import type { CollectingAuthority } from '../../domain/dossier/events/result.ts';
import { authorityFaults, type AuthorityFault } from '../../domain/results/authority.ts';

/** What is filled in while a result is handed out: who collects, what goes with it, how it is signed for. */

export type CollectorKind = Collector['kind'];
export type AuthorityKind = CollectingAuthority['kind'];

export interface ReturnForm {
  readonly collector: CollectorKind;
  /** The card that was read; null where none was. */
  readonly card: Person | null;
  /** The card was read without doubt. */
  readonly cardCertain: boolean;
  /** The officer looked at the papers of identity. */
  readonly seen: boolean;
  readonly slipShown: boolean;
  /** Somebody else, typed or read. */
  readonly name: string;
  readonly personalId: string;
  readonly authority: AuthorityKind | null;
  readonly relation: string;
  readonly paper: string;
  readonly number: string;
  readonly date: string;
  readonly postNumber: string;
  /** Names of what goes out. */
  readonly papers: readonly string[];
  readonly originals: readonly string[];
  readonly apology: boolean;
  readonly paid: 'cash' | 'transfer' | 'online' | null;
  readonly receiptNumber: string;
  readonly signature: 'paper' | 'screen';
  /** PNG, base64url; null while nothing is drawn. */
  readonly drawing: string | null;
}

/** How the dossier came onto the screen. */
export interface CameBy {
  readonly slip: boolean;
  readonly card: { readonly person: Person; readonly certain: boolean } | null;
}

export function newForm(page: ResultPage, { slip, card }: CameBy): ReturnForm {
  const form: ReturnForm = {
    collector: page.row.resultWay === 'post' ? 'post' : 'applicant',
    card: null,
    cardCertain: false,
    seen: false,
    slipShown: slip,
    name: '',
    personalId: '',
    authority: null,
    relation: '',
    paper: '',
    number: '',
    date: '',
    postNumber: '',
    papers: page.papers.map((paper) => paper.name),
    originals: page.originals.filter((each) => each.proposed).map((each) => each.paper.name),
    apology: page.lateness.late || page.lateness.moved,
    paid: null,
    receiptNumber: '',
    signature: 'paper',
    drawing: null,
  };
  return card === null ? form : withCard(form, page, card.person, card.certain);
}

/** One that was begun before goes on, with what has been shown since. */
export function withArrival(form: ReturnForm, page: ResultPage, { slip, card }: CameBy): ReturnForm {
  const here = { ...form, slipShown: form.slipShown || slip };
  return card === null ? here : withCard(here, page, card.person, card.certain);
}

/** A card that was read says who stands there: the applicant, whoever handed it in, or somebody else. */
export function withCard(form: ReturnForm, page: ResultPage, person: Person, certain: boolean): ReturnForm {
  const read = { ...form, card: person, cardCertain: certain };
  if (isSame(person, page.applicant)) return { ...read, collector: 'applicant' };
  if (isSame(person, page.submitter?.person ?? null)) return { ...read, collector: 'submitter' };
  return { ...read, collector: 'authorised', name: person.name, personalId: person.personalId ?? '' };
}

/** Whether the card that was read is that of whoever is said to collect. */
export function cardFits(form: ReturnForm, page: ResultPage): boolean {
  switch (form.collector) {
    case 'applicant':
      return isSame(form.card, page.applicant);
    case 'submitter':
      return isSame(form.card, page.submitter?.person ?? null);
    case 'authorised':
      return form.card !== null && form.card.personalId === digits(form.personalId) && form.card.name === form.name;
    case 'post':
      return false;
  }
}

function isSame(card: Person | null, other: Person | null): boolean {
  if (card === null || other === null || card.personalId === null) return false;
  return card.personalId === other.personalId;
}

/** What is still missing before it can be handed out, in the order of the work. */
export type Missing = 'postNumber' | 'identity' | 'authority' | 'papers' | 'drawing' | AuthorityFault;

export function missing(form: ReturnForm, page: ResultPage): Missing | null {
  if (form.collector === 'post') {
    if (form.postNumber.trim().length < 4) return 'postNumber';
  } else {
    if (form.collector === 'authorised' && form.authority === null)
      return form.name.trim() === '' ? 'no-name' : 'authority';
    // What only an approval can do without is asked for by the desk, with the rule.
    const [fault] = authorityFaults({ applicant: page.applicant, submitter: null }, collectorOf(form)).filter(hard);
    if (fault !== undefined) return fault;
    if (!isIdentified(form, page)) return 'identity';
  }
  const isResult = page.row.kind === 'result';
  if (isResult ? page.papers.length > 0 && form.papers.length === 0 : form.originals.length === 0) return 'papers';
  if (form.collector !== 'post' && form.signature === 'screen' && form.drawing === null) return 'drawing';
  return null;
}

/** Without a name or a number nobody can be held to it: no approval helps. */
function hard(fault: AuthorityFault): boolean {
  return fault === 'no-name' || fault === 'no-id';
}

export function isIdentified(form: ReturnForm, page: ResultPage): boolean {
  return form.seen || (form.cardCertain && cardFits(form, page));
}

/** The weakness of the authority shown, or null: what the desk will ask an approval for. */
export function authorityFault(form: ReturnForm, page: ResultPage): AuthorityFault | null {
  if (form.collector !== 'authorised' || form.authority === null) return null;
  const faults = authorityFaults({ applicant: page.applicant, submitter: null }, collectorOf(form));
  return faults.find((fault) => !hard(fault)) ?? null;
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function collectorOf(form: ReturnForm): Collector {
  if (form.collector === 'post') return { kind: 'post', number: form.postNumber.trim() };
  if (form.collector !== 'authorised') return { kind: form.collector };
  const id = digits(form.personalId);
  const card = form.card !== null && form.card.personalId === id ? form.card : null;
  const person: Person = {
    kind: 'citizen',
    name: tidyName(form.name),
    personalId: id.length === 12 ? id : null,
    oldId: id.length === 9 ? id : null,
    birthDate: card?.birthDate ?? null,
    sex: card?.sex ?? null,
    address: card?.address ?? '',
    phone: '',
    email: '',
    taxCode: '',
    source: card?.source ?? { kind: 'typed', at: form.card?.source.at ?? EVER },
  };
  const authority: CollectingAuthority = {
    kind: form.authority ?? 'none',
    relation: form.relation.trim(),
    paper: form.paper.trim(),
    number: form.number.trim(),
    date: parseTypedDate(form.date),
  };
  return { kind: 'authorised', person, authority };
}

/** Replaced by the moment of the call; a typed person has no earlier one. */
const EVER = '1970-01-01T00:00:00';

/** What the desk is asked to write. `at`: Vietnam local time now; `paymentId`: names the payment, kept over a second try. */
export function toInput(
  form: ReturnForm,
  page: ResultPage,
  moment: { readonly at: string; readonly paymentId: string },
): Omit<CallInput<'results.return'>, 'approval'> {
  const to = collectorOf(form);
  const dated =
    to.kind === 'authorised' && to.person.source.at === EVER
      ? { ...to, person: { ...to.person, source: { kind: 'typed' as const, at: moment.at } } }
      : to;
  const isPost = form.collector === 'post';
  const isScreen = form.signature === 'screen' && !isPost;
  return {
    dossierId: page.row.dossierId,
    to: dated,
    identity: isPost ? 'none' : cardFits(form, page) && form.cardCertain ? 'card' : 'seen',
    slipShown: form.slipShown,
    papers: [...form.papers],
    originals: [...form.originals],
    signature: isPost ? 'post' : form.signature,
    drawing: isScreen ? form.drawing : null,
    apology: form.apology,
    payment:
      form.paid === null || page.fee.owed === 0
        ? null
        : { paymentId: moment.paymentId, how: form.paid, receiptNumber: form.receiptNumber.trim(), reference: '' },
  };
}

/** With or without what is in the list. */
export function toggled(list: readonly string[], name: string, on: boolean): string[] {
  const rest = list.filter((each) => each !== name);
  return on ? [...rest, name] : rest;
}

export type ScanReply = CallOutput<'results.scan'>;
