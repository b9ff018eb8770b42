import { ProblemError } from '../../../contract/problems.ts';
import { sha256, signText } from '../../../contract/signing.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import type { BatchAccepted, BatchClosed } from '../../../domain/dossier/events/handover.ts';
import { handoverList, type HandedDossier, type MissingDossier } from '../../../domain/form/handover-list.ts';
import { batchCode } from '../../../domain/handover/batch.ts';
import { batchQrFacts, digestText, encodeBatchQr, type BatchQr } from '../../../domain/handover/batch-qr.ts';
import { originalsOf } from '../../../domain/handover/carried.ts';
import { enrolmentOf } from '../context.ts';
import type { SlipOrder } from '../slips/order.ts';
import { slipOffice } from '../slips/surroundings.ts';
import { procedureName, type Hands } from './hands.ts';

/** The handover list (danh sách bàn giao) of a closed batch, with the QR that tells the other side what it is. */
export function listOrder(
  hands: Hands,
  batchId: string,
  closed: BatchClosed,
  accepted: BatchAccepted | null,
): SlipOrder {
  const { context, places } = hands;
  const { number, from, to, at } = closed;
  const code = batchCode(batchId, number, dateOf(at));
  const values = handoverList({
    office: slipOffice(context, from.office),
    batch: `Lô ${number}`,
    batchCode: code,
    qr: qrOf(hands, batchId, closed),
    unit: places.nameOfHolder(to),
    handedAt: at,
    deadline: closed.by,
    dossiers: closed.dossiers.map((each) => handed(hands, batchId, each)),
    missing: closed.short.map((each) => missing(hands, each, at)),
    closedShort: closed.shortBecause,
    giver: from.name,
    taker: accepted?.by.name ?? '',
    witness: '',
    offline: !isConfirmed(hands, batchId),
    copy: null,
    demo: enrolmentOf(context).demo,
  });
  return {
    subject: { aggregate: 'batch', id: batchId },
    form: 'handover-list',
    number: '',
    about: null,
    replaces: false,
    template: context.reference.template('handover-list', context.localNow()),
    values,
    madeOffline: !isConfirmed(hands, batchId),
    checkCode: '',
    token: '',
  };
}

function qrOf({ context }: Hands, batchId: string, closed: BatchClosed): string {
  const key = context.store.meta.get('deviceKey');
  if (key === null) throw new ProblemError('DK-03');
  const { number, purpose, from, to, at, dossiers } = closed;
  const facts: Omit<BatchQr, 'signature'> = {
    batchId,
    number,
    purpose,
    at,
    count: dossiers.length,
    digest: sha256(digestText(dossiers.map((each) => each.id))).slice(0, 16),
    from: { office: from.office, place: from.place, name: from.name, isUnit: from.kind === 'unit' },
    to: { office: to.office, place: to.place, isUnit: to.kind === 'unit' },
  };
  const signature = Buffer.from(signText(key, batchQrFacts(facts)), 'base64url').toString('hex');
  return encodeBatchQr({ ...facts, signature });
}

function handed(hands: Hands, batchId: string, listed: BatchClosed['dossiers'][number]): HandedDossier {
  const { store } = hands.context;
  const view = store.dossiers.get(listed.id);
  if (view === null) {
    const seen = store.unheard.get(listed.id);
    const due = seen?.due ?? null;
    return {
      code: listed.code,
      procedure: seen === null ? '' : procedureName(hands.context, seen.procedureCode),
      sets: 1,
      originals: 0,
      applicant: '',
      address: '',
      phone: '',
      receivedOn: dateOf(seen?.at ?? hands.context.localNow()),
      dueOn: due === null ? null : dateOf(due),
      resultOn: null,
      note: 'chưa có dữ liệu lúc lập danh sách',
    };
  }
  const { received, intake, clock } = view;
  const papers = view.custody.movements.findLast((each) => each.batch?.id === batchId)?.papers ?? [];
  const due = clock.dueAt ?? clock.firstDue;
  return {
    code: listed.code,
    procedure: intake.procedure.shortName,
    sets: received?.sets ?? 1,
    originals: originalsOf(papers),
    applicant: intake.applicant?.name ?? '',
    address: intake.applicant?.address ?? '',
    phone: intake.applicant?.phone ?? '',
    receivedOn: dateOf(received?.receivedAt ?? view.openedAt),
    dueOn: due === null ? null : dateOf(due),
    resultOn: null,
    note: received?.code.kind === 'temporary' ? 'số tạm' : '',
  };
}

function missing({ context }: Hands, short: BatchClosed['short'][number], at: string): MissingDossier {
  const view = context.store.dossiers.get(short.id);
  return {
    code: short.code,
    applicant: view?.intake.applicant?.name ?? '',
    procedure: view?.intake.procedure.shortName ?? '',
    lastHolder: short.lastHolder,
    since: view?.custody.since ?? at,
  };
}

/** Whether the province has taken the batch in. */
function isConfirmed({ context }: Hands, batchId: string): boolean {
  const { waiting, verdicts } = context.store.outbox.standOf(batchId);
  return waiting === 0 && verdicts.length > 0;
}
