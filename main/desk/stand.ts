import type { z } from 'zod';
import type { standSchema } from '../../contract/desk/dossier.ts';
import { isProblemCode, problemText, type ProblemCode } from '../../contract/problems.ts';
import type { Verdict } from '../../contract/sync.ts';
import { causalOrder } from '../../domain/log/order.ts';
import type { Outbox } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { LineState } from '../sync/line-state.ts';
import type { DeskContext } from './context.ts';
import { mattersOf } from './attention/list.ts';
import { writtenLocal } from './trusted-time.ts';

export type Stand = z.input<typeof standSchema>;
type Reason = Stand['reasons'][number];
type Known = ReturnType<Outbox['standOf']>;

/**
 * Where a dossier stands on its way to the province, in plain words; "in the provincial system" only after the verdict on
 * everything that is shown of it: a supervisor who has looked at a verdict has not brought its event there.
 */
export function standOf(
  store: Store,
  dossierId: string,
  flagged: boolean,
  known = knownOf(store, dossierId),
): Omit<Stand, 'reasons'> {
  const { waiting, heard, sent, verdicts, toLook, unconfirmed } = known;
  const confirmed = verdicts.filter((verdict) => verdict.end === 'applied' || verdict.end === 'flagged').length;
  const counts = {
    events: waiting + heard + verdicts.length + unconfirmed.filter(({ verdict }) => verdict === null).length,
    sent: sent + verdicts.length,
    confirmed,
    scans: store.toSend.ofDossier(dossierId),
  };
  if (flagged || toLook.length > 0 || unconfirmed.length > 0) {
    return { state: 'attention', ...counts, text: { vi: 'Cần xem lại', en: 'Needs attention' } };
  }
  if (waiting === 0 && heard > 0) {
    return {
      state: 'sent',
      ...counts,
      text: { vi: 'Nhận qua sảnh, chờ tỉnh xác nhận', en: 'Heard through the hall, waiting for the province' },
    };
  }
  if (waiting === 0) {
    return { state: 'inProvince', ...counts, text: { vi: 'Trong hệ thống tỉnh', en: 'In the provincial system' } };
  }
  if (sent > 0) {
    return {
      state: 'sent',
      ...counts,
      text: { vi: 'Đã gửi, chờ tỉnh xác nhận', en: 'Sent, waiting for the province' },
    };
  }
  return { state: 'here', ...counts, text: { vi: 'Trên máy này, chờ gửi', en: 'On this machine, to be sent' } };
}

/**
 * The same, with why and what to do (vì sao, phải làm gì): what a person must look at first, then what went out by hand,
 * then why nothing goes on now. In the provincial system there is nothing to explain.
 */
export function standAndWhy(context: DeskContext, dossierId: string): Stand {
  const { store } = context;
  const view = store.dossiers.get(dossierId);
  const known = knownOf(store, dossierId);
  const stand = standOf(store, dossierId, (view?.flags.length ?? 0) > 0, known);
  const { waiting, heard, carried, ahead, sent, toLook, unconfirmed } = known;
  const reasons = [
    ...(view === null ? [] : mattersOf(view)).map(({ problem, title, todo }) => ({ code: problem, what: title, todo })),
    ...toLook.flatMap(({ reason }) => (reason !== null && isProblemCode(reason) ? [reasonOf(reason)] : [])),
    ...unconfirmed.map((event) => reasonOf(whyNotTaken(store, event))),
  ];
  if (carried !== null) {
    const { n, at } = carried;
    reasons.push(reasonOf('TT-02', { n: String(n), of: String(waiting), time: atTime(context, at) }));
  }
  if (waiting > 0 || heard > 0) {
    const why = whyNotSent(context.line());
    if (why !== null) reasons.push(reasonOf(why));
    else if (sent > 0) reasons.push(reasonOf('TT-03'));
    else if (ahead > 0) reasons.push(reasonOf('TT-01', { n: String(ahead) }));
    else if (waiting > 0) reasons.push(whenItGoes(context.line()));
    if (waiting === 0) reasons.push(reasonOf('TT-04'));
  }
  const late = causalOrder((store.log?.ofAggregate(dossierId) ?? []).map(({ envelope }) => envelope)).waiting.length;
  if (late > 0) reasons.push(reasonOf('TT-05', { n: String(late) }));
  // Several events of one dossier may be told the same.
  return { ...stand, reasons: [...new Map(reasons.map((reason) => [reason.code, reason])).values()] };
}

/** Without what another desk wrote and the province keeps apart: nothing of that is shown here, and `toLook` still tells of it. */
function knownOf({ outbox, log }: Store, dossierId: string): Known {
  const known = outbox.standOf(dossierId);
  if (known.unconfirmed.length === 0) return known;
  const apart = new Set(log?.apartIn(dossierId).map(({ envelope }) => envelope.id));
  const isShown = (verdict: Verdict | null): boolean => verdict === null || !apart.has(verdict.eventId);
  return {
    ...known,
    verdicts: known.verdicts.filter(isShown),
    unconfirmed: known.unconfirmed.filter(({ verdict }) => isShown(verdict)),
  };
}

/** In the words of the verdict; where there is none, of what became of the log the event stands in. */
function whyNotTaken({ meta }: Store, { log, verdict }: Known['unconfirmed'][number]): ProblemCode {
  if (verdict !== null) return verdict.reason !== null && isProblemCode(verdict.reason) ? verdict.reason : 'XV-03';
  const isOwn = meta.get('enrolment')?.log === log || (meta.get('formerLogs') ?? []).includes(log);
  return isOwn ? 'XV-25' : 'XV-24';
}

/** Null: nothing stands in the way. */
function whyNotSent(line: LineState): ProblemCode | null {
  switch (line.state) {
    case 'up':
    case 'sending':
    case 'receiving':
      return null;
    case 'down':
      return line.code ?? 'TT-06';
    case 'stopped':
      return line.code;
  }
}

/** Nothing is in its way, and it is not on its way yet. */
function whenItGoes(line: LineState): Reason {
  return line.state === 'receiving' ? reasonOf('TT-07', { n: String(line.left) }) : reasonOf('TT-08');
}

/** "15:20 23/11". @param at device clock, ms */
function atTime({ store }: DeskContext, at: number): string {
  const local = writtenLocal(at + (store.meta.get('clock')?.offset ?? 0));
  return `${local.slice(11, 16)} ${local.slice(8, 10)}/${local.slice(5, 7)}`;
}

function reasonOf(code: ProblemCode, params: Readonly<Record<string, string>> = {}): Reason {
  const { what, todo } = problemText(code, params);
  return { code, what, todo };
}
