import type { CallOutput } from '../../contract/desk.ts';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import { ProblemError } from '../../contract/problems.ts';
import { sha256, signText } from '../../contract/signing.ts';
import { dateOf } from '../../domain/calendar/civil-date.ts';
import type { User } from '../../contract/sync.ts';
import { checkCode } from '../../domain/dossier/code.ts';
import type { DossierReceived } from '../../domain/dossier/events/receipt.ts';
import type { SlipIssued } from '../../domain/dossier/events/slip.ts';
import type { DossierView } from '../../domain/dossier/fold.ts';
import { mau01 } from '../../domain/form/mau-01.ts';
import { encodeSlipQr, slipQrFacts } from '../../domain/form/slip-qr.ts';
import type { SlipValues } from '../../domain/form/slip-values.ts';
import { templateById } from '../../domain/form/templates/index.ts';
import { mau01Template } from '../../domain/form/templates/mau-01.ts';
import { slipHtml, slipPage } from '../print/slip-page.ts';
import type { SlipRecord } from '../store/slips.ts';
import { bodyOf } from '../store/store.ts';
import { enrolmentOf, ownOffice, settingsOf, type DeskContext } from './context.ts';
import { judge } from './receipt/assess.ts';
import { nextCode } from './receipt/number.ts';
import { receivedBody } from './receipt/receipt.ts';
import type { DeskSession } from './sessions.ts';
import { mau01InputOf } from './slip-input.ts';
import { writtenLocal } from './trusted-time.ts';

type PrintReply = CallOutput<'slip.print'>;

/** A digit-and-capitals token makes the smaller QR. */
const TOKEN_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TOKEN_LENGTH = 20;

/** The slip ledger (sổ phiếu): the PDF is made first, kept with its hash, and those bytes are printed. */
export function createSlipLedger(context: DeskContext) {
  const { store, clock, random, printer, changed, log } = context;

  const viewOf = (dossierId: string): DossierView => {
    const view = store.dossiers.get(dossierId);
    if (view === null) throw new ProblemError('TN-05');
    return view;
  };
  const userName = (id: string): string =>
    (store.reference.get('users') ?? []).find((user) => user.id === id)?.name ?? id;
  const token = (): string => [...random.bytes(TOKEN_LENGTH)].map((byte) => TOKEN_LETTERS[byte % 32] ?? '0').join('');

  function valuesFor(
    dossierId: string,
    received: DossierReceived,
    officer: string,
    secret: { token: string; copy: { issue: number; reason: string } | null },
  ): { values: SlipValues; checkCode: string; offline: boolean } {
    const { verdicts } = store.outbox.standOf(dossierId);
    const settings = settingsOf(context);
    const facts = { dossierId, code: received.code.text, procedure: received.procedure.code, due: received.due.at };
    const deviceKey = store.meta.get('deviceKey');
    if (deviceKey === null) throw new ProblemError('DK-03');
    const offline = !verdicts.some((verdict) => verdict.end === 'applied' || verdict.end === 'flagged');
    const short = checkCode(sha256(slipQrFacts(facts)));
    const qr =
      settings.lookupUrl === ''
        ? ''
        : encodeSlipQr({
            ...facts,
            page: settings.lookupUrl,
            token: secret.token,
            signature: signText(deviceKey, slipQrFacts(facts)),
          });
    const input = mau01InputOf(received, {
      office: ownOffice(context),
      officer,
      settings,
      offline,
      book: verdicts.find((verdict) => verdict.book !== null)?.book ?? null,
      checkCode: short,
      qr,
      copy: secret.copy,
      demo: enrolmentOf(context).demo,
    });
    return { values: mau01(input), checkCode: short, offline };
  }

  /** Makes the PDF, keeps it, records the event: in this order, so that no ledger row is without its bytes. */
  async function make(
    user: User,
    view: DossierView,
    values: SlipValues,
    template: string,
    facts: Omit<SlipIssued, 'slipId' | 'form' | 'templateVersion' | 'pdfSha256'>,
  ): Promise<SlipRecord> {
    const layout = templateById(template);
    if (layout === null) throw new ProblemError('IN-01');
    const pdf = await printer.makePdf(slipHtml(layout, values), slipPage(layout));
    const record: SlipRecord = {
      id: random.id(),
      dossierId: view.id,
      form: '01',
      issue: facts.issue,
      made: context.now(),
      madeBy: user.id,
      madeOffline: facts.madeOffline,
      copyOf: facts.copyOf?.slipId ?? null,
      reason: facts.copyOf?.reason ?? null,
      template,
      contents: JSON.stringify(values),
      pdfSha256: sha256(pdf),
    };
    const issued: SlipIssued = {
      slipId: record.id,
      form: '01',
      templateVersion: template,
      pdfSha256: record.pdfSha256,
      ...facts,
    };
    store.record(() => ({
      now: clock.now(),
      events: [
        {
          stamp: context.stamp(),
          event: {
            aggregate: 'dossier',
            aggregateId: view.id,
            after: viewOf(view.id).heads,
            type: 'dossier.slipIssued',
            version: 2,
            body: bodyOf(issued),
            actor: record.madeBy,
            approvedBy: null,
          },
        },
      ],
      also: () => store.slips.add(record, pdf),
    }));
    context.kick();
    changed('dossiers');
    return record;
  }

  /** Prints the kept bytes where the host can; whatever comes of it is written beside the slip. */
  async function toPaper(record: SlipRecord): Promise<PrintReply> {
    const outcome = await printed(record);
    const detail =
      outcome.kind === 'printed' ? outcome.printer : outcome.kind === 'shown' ? outcome.why : outcome.detail;
    store.transact(() => store.slips.addPrint(record.id, { at: context.now(), outcome: outcome.kind, detail }));
    return {
      slip: rowOf(record),
      outcome,
      preview: { values: JSON.parse(record.contents), template: record.template },
    };
  }

  async function printed(record: SlipRecord): Promise<PrintReply['outcome']> {
    const pdf = store.slips.pdf(record.id);
    const layout = templateById(record.template);
    if (pdf === null || layout === null) throw new ProblemError('IN-04');
    if (printer.print === undefined) return { kind: 'shown', why: '' };
    try {
      const outcome = await printer.print(pdf, slipPage(layout));
      return outcome.kind === 'failed' ? { kind: 'failed', code: 'IN-02', detail: outcome.reason } : outcome;
    } catch (error) {
      log.error('printing failed', error);
      return { kind: 'failed', code: 'IN-02', detail: '' };
    }
  }

  function rowOf(record: SlipRecord): PrintReply['slip'] {
    return {
      slipId: record.id,
      dossierId: record.dossierId,
      form: record.form,
      issue: record.issue,
      madeAt: writtenLocal(record.made),
      madeBy: userName(record.madeBy),
      pdfSha256: record.pdfSha256,
      madeOffline: record.madeOffline,
      copyOf: record.copyOf,
      reason: record.reason,
      prints: store.slips.printsOf(record.id),
    };
  }

  /** Slips of one dossier are made one after the other: a second press finds the slip of the first. */
  const making = new Map<string, Promise<unknown>>();
  function inTurn<T>(dossierId: string, work: () => Promise<T>): Promise<T> {
    const turn = (making.get(dossierId) ?? Promise.resolve()).then(work, work);
    const over: Promise<unknown> = turn.then(
      () => making.get(dossierId) === over && making.delete(dossierId),
      () => making.get(dossierId) === over && making.delete(dossierId),
    );
    making.set(dossierId, over);
    return turn;
  }
  /** Who asks now; somebody else may sit there when the PDF is ready. */
  const askedBy = (session: DeskSession): User => {
    if (session.user === null) throw new ProblemError('DN-03');
    return session.user;
  };

  async function first(user: User, dossierId: string): Promise<SlipRecord> {
    const view = viewOf(dossierId);
    const made = store.slips.ofDossier(dossierId).find((slip) => slip.copyOf === null);
    if (made !== undefined) return made;
    const secret = token();
    const named = { token: secret, copy: null };
    if (view.received === null) throw new ProblemError('TN-05');
    const { values, checkCode: short, offline } = valuesFor(dossierId, view.received, user.name, named);
    const facts = {
      issue: 1,
      copyOf: null,
      number: '',
      voids: null,
      about: null,
      madeOffline: offline,
      checkCode: short,
      token: secret,
    };
    return make(user, view, values, mau01Template.id, facts);
  }

  async function copy(user: User, slipId: string, reason: string): Promise<SlipRecord> {
    const before = store.slips.get(slipId);
    if (before === null) throw new ProblemError('IN-04');
    const view = viewOf(before.dossierId);
    const issued = view.slips.find((slip) => slip.slipId === slipId);
    if (issued === undefined) throw new ProblemError('IN-04');
    const issue = store.slips.ofDossier(before.dossierId).length + 1;
    // Written by `make` above.
    const stored = JSON.parse(before.contents) as SlipValues;
    const values = { ...stored, texts: { ...stored.texts, copy: `BẢN SAO, in lại lần ${issue}, lý do: ${reason}` } };
    const { madeOffline, checkCode: short, token: secret } = issued;
    const facts = {
      issue,
      copyOf: { slipId, reason },
      number: '',
      voids: null,
      about: null,
      madeOffline,
      checkCode: short,
      token: secret,
    };
    return make(user, view, values, before.template, facts);
  }

  return {
    /** @throws ProblemError TN-05, IN-01, IN-03 */
    async print(session: DeskSession, dossierId: string): Promise<PrintReply> {
      const user = askedBy(session);
      return toPaper(await inTurn(dossierId, () => first(user, dossierId)));
    },
    /** A new PDF from the stored values and template, marked as a copy, with its reason. @throws ProblemError IN-04 */
    async reprint(session: DeskSession, slipId: string, reason: string): Promise<PrintReply> {
      const user = askedBy(session);
      const before = store.slips.get(slipId);
      if (before === null) throw new ProblemError('IN-04');
      return toPaper(await inTurn(before.dossierId, () => copy(user, slipId, reason)));
    },
    /** @throws ProblemError IN-04 */
    preview(slipId: string): CallOutput<'slip.preview'> {
      const record = store.slips.get(slipId);
      if (record === null) throw new ProblemError('IN-04');
      return { values: JSON.parse(record.contents), template: record.template };
    },
    list: (dossierId: string): CallOutput<'slip.list'> => store.slips.ofDossier(dossierId).map(rowOf),
    pdf(slipId: string): CallOutput<'slip.pdf'> {
      const pdf = store.slips.pdf(slipId);
      if (pdf === null) throw new ProblemError('IN-04');
      return { pdf: Buffer.from(pdf).toString('base64url') };
    },
    /** The slip as it would be now; nothing is kept and no number is taken. @throws ProblemError TN-04 */
    previewOf(session: DeskSession, content: ReceiptContent): CallOutput<'receipt.previewSlip'> {
      const judged = judge(context, content);
      const received = receivedBody(context, content, judged, nextCode(context, dateOf(judged.now)));
      const { values } = valuesFor(content.visit, received, session.user?.name ?? '', { token: token(), copy: null });
      return { values: JSON.parse(JSON.stringify(values)), template: mau01Template.id };
    },
  };
}
