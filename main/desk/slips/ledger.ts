import type { CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { sha256 } from '../../../contract/signing.ts';
import type { User } from '../../../contract/sync.ts';
import { heads } from '../../../domain/log/order.ts';
import type { DossierForm, OtherSlipIssued, SlipIssued } from '../../../domain/dossier/events/slip.ts';
import { slipStanding } from '../../../domain/dossier/slip-standing.ts';
import type { SlipValues } from '../../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../../domain/form/template.ts';
import { slipHtml, slipPage } from '../../print/slip-page.ts';
import type { SlipRecord } from '../../store/slips.ts';
import { bodyOf, type RecordPlan } from '../../store/store.ts';
import type { DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import { writtenLocal } from '../trusted-time.ts';
import { inTurns } from './in-turns.ts';
import { withClockMark } from './surroundings.ts';
import type { SlipBuilders, SlipOrder, SlipSubject } from './order.ts';

type PrintReply = CallOutput<'slip.print'>;

/** What is said of a slip beside its values: of a first issue by its order, of a copy by the slip it copies. */
interface Facts extends Omit<SlipOrder, 'template' | 'values' | 'replaces'> {
  readonly issue: number;
  readonly copyOf: { readonly slipId: string; readonly reason: string } | null;
  readonly voids: string | null;
}

/** The slip ledger (sổ phiếu): the PDF is made first, kept with its hash, and those bytes are printed. */
export interface SlipLedger {
  /** The slip of a form, made where it is not yet, on paper. @throws ProblemError TN-05, IN-01, IN-03, IN-05 */
  print(session: DeskSession, dossierId: string, form: DossierForm, about: string | null): Promise<PrintReply>;
  /** The same for what is no dossier's: a batch's list, a day's closing page. */
  printOther(session: DeskSession, order: SlipOrder): Promise<PrintReply>;
  /** A new PDF from the stored values and template, marked as a copy, with its reason. @throws ProblemError IN-04, IN-06 */
  reprint(session: DeskSession, slipId: string, reason: string): Promise<PrintReply>;
  /** @throws ProblemError IN-04 */
  preview(slipId: string): CallOutput<'slip.preview'>;
  list(subjectId: string): CallOutput<'slip.list'>;
  /** @throws ProblemError IN-04 */
  pdf(slipId: string): CallOutput<'slip.pdf'>;
}

export function createSlipLedger(context: DeskContext, builders: SlipBuilders): SlipLedger {
  const { store, clock, random, printer, changed, log } = context;
  const templateById = (id: string): SlipTemplate | null => context.reference.templateById(id);
  const inTurn = inTurns();

  const userName = (id: string): string =>
    (store.reference.get('users') ?? []).find((user) => user.id === id)?.name ?? id;
  /** Who asks now; somebody else may sit there when the PDF is ready. */
  const askedBy = (session: DeskSession): User => {
    if (session.user === null) throw new ProblemError('DN-03');
    return session.user;
  };
  const recordOf = (slipId: string): SlipRecord => {
    const record = store.slips.get(slipId);
    if (record === null) throw new ProblemError('IN-04');
    // The row stays in the ledger; what stood on the slip was erased by law.
    if (record.contents === '') throw new ProblemError('IN-07');
    return record;
  };

  const isErased = (dossierId: string): boolean => (store.dossiers.get(dossierId)?.erasures.length ?? 0) > 0;

  /** The dossier was corrected since: a copy of it would say what is no longer right. */
  function isOutdated(record: SlipRecord): boolean {
    if (record.aggregate !== 'dossier') return false;
    const view = store.dossiers.get(record.dossierId);
    const slip = view?.slips.find((each) => each.slipId === record.id);
    return view !== null && slip !== undefined && slipStanding(view, slip).kind === 'outdated';
  }

  /** Makes the PDF, keeps it, records the event: in this order, so that no ledger row is without its bytes. */
  async function make(user: User, template: SlipTemplate, values: SlipValues, facts: Facts): Promise<SlipRecord> {
    const pdf = await printer.makePdf(slipHtml(template, values), slipPage(template));
    const record: SlipRecord = {
      id: random.id(),
      aggregate: facts.subject.aggregate,
      dossierId: facts.subject.id,
      form: facts.form,
      number: facts.number,
      about: facts.about,
      issue: facts.issue,
      made: context.now(),
      madeBy: user.id,
      madeOffline: facts.madeOffline,
      copyOf: facts.copyOf?.slipId ?? null,
      reason: facts.copyOf?.reason ?? null,
      voidedBy: null,
      template: template.id,
      contents: JSON.stringify(values),
      pdfSha256: sha256(pdf),
    };
    store.record(() => ({
      now: clock.now(),
      events: [entry(record, facts)],
      also: () => {
        // While the PDF was made.
        if (isErased(record.dossierId)) throw new ProblemError('IN-07');
        store.slips.add(record, pdf);
        if (facts.voids !== null) store.slips.void(facts.voids, record.id);
      },
    }));
    context.kick();
    changed('dossiers');
    return record;
  }

  function entry(record: SlipRecord, facts: Facts): RecordPlan['events'][number] {
    const { aggregate, id } = facts.subject;
    const { form, number, issue, copyOf } = facts;
    const common = {
      slipId: record.id,
      number,
      issue,
      copyOf,
      templateVersion: record.template,
      pdfSha256: record.pdfSha256,
    };
    const { voids, about, madeOffline, checkCode, token } = facts;
    const body: SlipIssued | OtherSlipIssued =
      aggregate === 'dossier'
        ? { ...common, form: form as DossierForm, voids, about, madeOffline, checkCode, token }
        : { ...common, form: form as OtherSlipIssued['form'] };
    return {
      stamp: context.stamp(),
      event: {
        aggregate,
        aggregateId: id,
        after: headsOf(facts.subject),
        type: `${aggregate}.slipIssued`,
        version: aggregate === 'dossier' ? 2 : 1,
        body: bodyOf(body),
        actor: record.madeBy,
        approvedBy: null,
      },
    };
  }

  function headsOf({ aggregate, id }: SlipSubject): readonly string[] {
    const view = aggregate === 'dossier' ? store.dossiers.get(id) : null;
    return view?.heads ?? heads((store.log?.ofAggregate(id) ?? []).map((event) => event.envelope));
  }

  /** The slip this order asks for, or a new one in the place of the one it replaces. */
  async function first(user: User, order: SlipOrder): Promise<SlipRecord> {
    const { template, values, replaces, ...facts } = order;
    const standing = store.slips
      .ofSubject(order.subject.id)
      // One whose content was erased by law stands for nothing any more: the list is made again without it.
      .filter(
        (slip) => slip.form === order.form && slip.copyOf === null && slip.voidedBy === null && slip.contents !== '',
      );
    const made = standing.find((slip) => slip.about === order.about);
    if (made !== undefined) return made;
    const before = replaces ? (standing.at(-1) ?? null) : null;
    const issue = store.slips.ofSubject(order.subject.id).filter((slip) => slip.form === order.form).length + 1;
    return make(user, template, withClockMark(context, values), {
      ...facts,
      issue,
      copyOf: null,
      voids: before?.id ?? null,
    });
  }

  async function copy(user: User, slipId: string, reason: string): Promise<SlipRecord> {
    const before = recordOf(slipId);
    if (before.voidedBy !== null || isOutdated(before)) throw new ProblemError('IN-06');
    const template = templateById(before.template);
    if (template === null) throw new ProblemError('IN-01');
    const subject = { aggregate: before.aggregate, id: before.dossierId };
    const issued = store.dossiers.get(subject.id)?.slips.find((slip) => slip.slipId === slipId);
    const issue = store.slips.ofSubject(subject.id).filter((slip) => slip.form === before.form).length + 1;
    // Written by `make` above.
    const stored = JSON.parse(before.contents) as SlipValues;
    const values = { ...stored, texts: { ...stored.texts, copy: `BẢN SAO, in lại lần ${issue}, lý do: ${reason}` } };
    return make(user, template, values, {
      subject,
      form: before.form,
      number: before.number,
      about: before.about,
      issue,
      // A copy of a copy names the slip both say the same as.
      copyOf: { slipId: before.copyOf ?? slipId, reason },
      voids: null,
      madeOffline: before.madeOffline,
      checkCode: issued?.checkCode ?? '',
      token: issued?.token ?? '',
    });
  }

  /** Prints the kept bytes where the host can; whatever comes of it is written beside the slip. */
  async function toPaper(record: SlipRecord): Promise<PrintReply> {
    const template = templateById(record.template);
    if (template === null) throw new ProblemError('IN-04');
    const outcome = await printed(record, template);
    const detail =
      outcome.kind === 'printed' ? outcome.printer : outcome.kind === 'shown' ? outcome.why : outcome.detail;
    store.transact(() => store.slips.addPrint(record.id, { at: context.now(), outcome: outcome.kind, detail }));
    return {
      slip: rowOf(record),
      outcome,
      preview: { values: JSON.parse(record.contents), template },
    };
  }

  async function printed(record: SlipRecord, template: SlipTemplate): Promise<PrintReply['outcome']> {
    const pdf = store.slips.pdf(record.id);
    if (pdf === null) throw new ProblemError('IN-04');
    if (printer.print === undefined) return { kind: 'shown', why: '' };
    try {
      const outcome = await printer.print(pdf, slipPage(template));
      return outcome.kind === 'failed' ? { kind: 'failed', code: 'IN-02', detail: outcome.reason } : outcome;
    } catch (error) {
      log.error('printing failed', error);
      return { kind: 'failed', code: 'IN-02', detail: '' };
    }
  }

  function rowOf(record: SlipRecord): PrintReply['slip'] {
    const {
      id: slipId,
      contents: _contents,
      template: _template,
      aggregate: _aggregate,
      made,
      madeBy,
      ...rest
    } = record;
    return {
      ...rest,
      slipId,
      madeAt: writtenLocal(made),
      madeBy: userName(madeBy),
      outdated: record.voidedBy === null && isOutdated(record),
      prints: store.slips.printsOf(slipId),
    };
  }

  return {
    async print(session, dossierId, form, about) {
      const user = askedBy(session);
      return toPaper(
        await inTurn(dossierId, () => {
          const view = store.dossiers.get(dossierId);
          if (view === null) throw new ProblemError('TN-05');
          if (isErased(dossierId)) throw new ProblemError('IN-07');
          const order = builders[form](view, user, about);
          if (order === null) throw new ProblemError('IN-05');
          return first(user, order);
        }),
      );
    },
    async printOther(session, order) {
      const user = askedBy(session);
      return toPaper(await inTurn(order.subject.id, () => first(user, order)));
    },
    async reprint(session, slipId, reason) {
      const user = askedBy(session);
      const { dossierId } = recordOf(slipId);
      return toPaper(await inTurn(dossierId, () => copy(user, slipId, reason)));
    },
    preview(slipId) {
      const record = recordOf(slipId);
      return { values: JSON.parse(record.contents), template: templateById(record.template) };
    },
    list: (subjectId) => store.slips.ofSubject(subjectId).map(rowOf),
    pdf(slipId) {
      recordOf(slipId);
      const pdf = store.slips.pdf(slipId);
      if (pdf === null) throw new ProblemError('IN-04');
      return { pdf: Buffer.from(pdf).toString('base64url') };
    },
  };
}
