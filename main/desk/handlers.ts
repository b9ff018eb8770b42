import type { Session } from '../../contract/desk/session.ts';
import type { Accounts } from './accounts.ts';
import type { Acting } from './acting.ts';
import type { Admin } from './admin.ts';
import { createCourier } from './courier.ts';
import { adviceHandlers } from './advice/advice.ts';
import { attentionList } from './attention/list.ts';
import { createSettle } from './attention/settle.ts';
import type { DeskContext } from './context.ts';
import type { Digitise } from './digitise/digitise.ts';
import { correctionHandlers } from './correction/handlers.ts';
import { createDrafts } from './drafts.ts';
import { boardHandlers } from './board/handlers.ts';
import { createRegister } from './books/register.ts';
import { hallHandlers } from './hall/handlers.ts';
import { handoverHandlers } from './handover/handlers.ts';
import { createGuidance } from './guidance/guidance.ts';
import { guidancePreview } from './guidance/preview.ts';
import { resume } from './guidance/resume.ts';
import { dossierList } from './dossier-list.ts';
import { createLookup } from './lookup.ts';
import { moneyHandlers } from './money/index.ts';
import { processingHandlers } from './processing/handlers.ts';
import type { CounterDoor, DoorService } from './hall/door.ts';
import type { TicketPapers } from './hall/papers.ts';
import { queueHandlers, servedAtCounter } from './queue/handlers.ts';
import { createCounterQueue } from './queue/queue.ts';
import { createSheetsTold } from './queue/sheets-told.ts';
import { createReceipt } from './receipt/receipt.ts';
import { resultsHandlers } from './results/index.ts';
import type { OpenedHandlers } from './router.ts';
import type { DeskSession } from './sessions.ts';
import { slipBuilders } from './slips/builders.ts';
import { createSlipLedger } from './slips/ledger.ts';
import { receiptPreview } from './slips/receipt-preview.ts';
import { createSubmittedFiles } from './submitted/files.ts';
import { submittedList } from './submitted/list.ts';
import type { Hall } from '../hall/hall.ts';
import { screenHandlers, type ScreenParts } from './screens/handlers.ts';
import type { Sync } from '../sync/sync.ts';

export interface HandlerParts {
  readonly context: DeskContext;
  readonly accounts: Accounts;
  readonly admin: Admin;
  /** One for the whole desk: everything written on a dossier goes through it. */
  readonly acting: Acting;
  readonly digitise: Digitise;
  /** The hall this machine belongs to; null: none. */
  readonly queue: () => CounterDoor | null;
  readonly papers: Pick<TicketPapers, 'print'>;
  /** The host leaves the hall in order. */
  readonly leave: DoorService['leave'];
  /** Null until the machine is enrolled. */
  readonly sync: () => Sync | null;
  /** Null where this machine has no network of its office. */
  readonly hall: () => Hall | null;
  readonly sessionOf: (session: DeskSession) => Session;
  readonly screens: Omit<ScreenParts, 'context'>;
}

/** Every call of an opened desk, bound to the use case that carries it out. */
export function deskHandlers(parts: HandlerParts): OpenedHandlers {
  const { context, accounts, admin, acting, digitise, sync, sessionOf, screens } = parts;
  const queue = createCounterQueue(context, parts.queue, parts.papers);
  const { served, received } = servedAtCounter(queue);
  const sheets = createSheetsTold(queue);
  const drafts = createDrafts(context);
  const courier = createCourier(context, sync);
  const receipt = createReceipt(context, acting);
  const guidance = createGuidance(context, acting);
  const lookup = createLookup(context);
  const settle = createSettle(context, acting);
  const slips = createSlipLedger(context, slipBuilders(context));
  const register = createRegister(context);
  const sent = createSubmittedFiles(context, sync);
  const advice = adviceHandlers(context, slips);
  const processing = processingHandlers(context, acting);
  const results = resultsHandlers(context, acting);
  const money = moneyHandlers(context, acting, slips);
  return {
    'session.signIn': async ({ login, password }, session) => {
      await accounts.signIn(session, login, password);
      return sessionOf(session);
    },
    'session.signOut': (_input, session) => {
      accounts.signOut(session);
      return sessionOf(session);
    },
    'session.lock': (_input, session) => {
      accounts.lock(session);
      return sessionOf(session);
    },
    'session.unlock': async ({ secret }, session) => {
      await accounts.unlock(session, secret);
      return sessionOf(session);
    },
    'session.active': (_input, session) => {
      accounts.active(session);
      return {};
    },
    'session.setPin': async ({ password, pin }, session) => {
      await accounts.setPin(session, password, pin);
      return sessionOf(session);
    },
    'session.setPassword': async ({ old, next }, session) => {
      await admin.setOwnPassword(session, old, next);
      return {};
    },
    ...queueHandlers(queue),
    ...screenHandlers({ context, ...screens }),
    'draft.create': ({ from }, session) => drafts.create(session, from),
    'draft.list': () => drafts.list(),
    'draft.open': ({ id }, session) => drafts.open(session, id),
    'draft.save': (input, session) => drafts.save(session, input),
    'draft.takeOver': ({ id }, session) => drafts.takeOver(session, id),
    'draft.discard': ({ id }, session) => drafts.discard(session, id),
    'receipt.assess': ({ content, draftId }) => receipt.assess(content, draftId),
    'receipt.receive': received((input, session) => receipt.receive(session, input)),
    'receipt.previewSlip': ({ content }, session) => receiptPreview(context, session, content),
    'guidance.give': served(
      (input, session) => guidance.give(session, input),
      (_input, reply) => reply.dossierId,
    ),
    'guidance.refuse': served(
      (input, session) => guidance.refuse(session, input),
      (_input, reply) => reply.dossierId,
    ),
    'guidance.previewSlip': (input, session) => guidancePreview(context, session, input),
    'guidance.resume': ({ dossierId }, session) => resume(context, drafts, session, dossierId),
    ...advice,
    'advice.give': async (input, session) => {
      const reply = await advice['advice.give'](input, session);
      sheets.told(reply.adviceId);
      return reply;
    },
    'advice.print': served(advice['advice.print'], ({ adviceId }) => (sheets.printed(adviceId) ? null : undefined)),
    'submitted.list': () => submittedList(context),
    'submitted.file': (input, session) => sent.file(session, input),
    'submitted.save': (input, session) => sent.save(session, input),
    'submitted.views': (input) => sent.views(input),
    'dossier.get': ({ id }) => lookup.dossier(id),
    'dossier.list': (input) => dossierList(context, lookup.row, input),
    'dossier.recent': ({ limit }) => lookup.recent(limit),
    'search.all': ({ text, limit }) => lookup.search(text, limit),
    'procedure.find': (input) => lookup.procedures(input),
    'person.find': ({ text, limit }) => lookup.people(text, limit),
    'office.list': () => lookup.offices(),
    'scan.read': ({ raw }) => lookup.scan(raw),
    'attention.list': () => attentionList(context),
    'attention.open': (input, session) => settle.open(session, input),
    'attention.preview': (input) => settle.preview(input),
    'attention.seen': (input, session) => settle.seen(session, input),
    'attention.settle': (input, session) => settle.settle(session, input),
    'attention.told': (input, session) => settle.told(session, input),
    'slip.print': ({ dossierId, form, about }, session) => slips.print(session, dossierId, form, about),
    'slip.reprint': ({ slipId, reason }, session) => slips.reprint(session, slipId, reason),
    'slip.preview': ({ slipId }) => slips.preview(slipId),
    'slip.list': ({ dossierId }) => slips.list(dossierId),
    'slip.pdf': ({ slipId }) => slips.pdf(slipId),
    ...correctionHandlers(context, acting),
    ...handoverHandlers(context, acting, slips),
    ...processing,
    'processing.recordSupplement': served(processing['processing.recordSupplement'], ({ id }) => id),
    'processing.fulfilFinancial': served(processing['processing.fulfilFinancial'], ({ id }) => id),
    'processing.requestWithdrawal': served(processing['processing.requestWithdrawal'], ({ id }) => id),
    ...results,
    // Handed to the post, it went to nobody who stands here.
    'results.return': served(results['results.return'], ({ dossierId, to }) =>
      to.kind === 'post' ? undefined : dossierId,
    ),
    ...digitise.handlers,
    ...money,
    'fee.pay': served(money['fee.pay'], ({ dossierId }) => dossierId),
    'fee.refund': served(money['fee.refund'], ({ dossierId }) => dossierId),
    'book.register': (input) => register.page(input),
    'book.pdf': (input, session) => register.pdf(session, input),
    'book.workbook': (input, session) => register.workbook(session, input),
    ...boardHandlers(context, admin, { door: parts.queue, sync: parts.sync }),
    'courier.write': (input) => courier.write(input),
    'courier.read': (input) => courier.read(input),
    ...hallHandlers(context, parts.hall, { door: parts.queue, leave: parts.leave }),
    'admin.users': ({ office }, session) => admin.users(session, office),
    'admin.saveUser': (user, session) => admin.saveUser(session, user),
    'admin.offices': (_input, session) => admin.offices(session),
    'admin.saveOffice': (office, session) => admin.saveOffice(session, office),
    'admin.counters': ({ office }, session) => admin.counters(session, office),
    'admin.saveCounter': (counter, session) => admin.saveCounter(session, counter),
    'admin.slipEditions': (_input, session) => admin.slipEditions(session),
    'admin.publishSlipEdition': (edition, session) => admin.publishSlipEdition(session, edition),
    'admin.desks': ({ office }, session) => admin.desks(session, office),
    'admin.revokeDesk': (order, session) => admin.revokeDesk(session, order),
    'admin.alarms': ({ office }, session) => admin.alarms(session, office),
    'admin.settledAlarms': ({ office }, session) => admin.settledAlarms(session, office),
    'admin.settleAlarms': (order, session) => admin.settleAlarms(session, order),
    'admin.keptApart': ({ office }, session) => admin.keptApart(session, office),
    'admin.letIn': (order, session) => admin.letIn(session, order),
    'admin.enrolmentCode': (request, session) => admin.enrolmentCode(session, request),
  };
}
