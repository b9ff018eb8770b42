import type { Movement } from '../../../domain/dossier/view.ts';
import { mau06, type ControlHandover } from '../../../domain/form/mau-06.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import type { SlipBuilder } from './order.ts';
import { codesOfView, slipCode, slipOffice } from './surroundings.ts';

/** Rows left for hands that have no desk. */
const BLANK_ROWS = 3;

const HANDS: ReadonlySet<string> = new Set(['dossier.handedOver', 'dossier.handoverAccepted']);

/** Phiếu kiểm soát quá trình giải quyết: travels with the paper, with every change of hands so far. */
export function mau06Builder(context: DeskContext): SlipBuilder {
  return (view) => {
    const { received, intake } = view;
    const codes = codesOfView(context, view);
    const code = slipCode(view, codes);
    if (received === null || code === null) return null;
    const values = mau06({
      office: slipOffice(context, intake.receivingOffice),
      issuedAt: context.localNow(),
      code,
      qr: codes.qr,
      applicant: intake.applicant?.name ?? '',
      phone: intake.applicant?.phone ?? '',
      procedure: { code: intake.procedure.code, name: intake.procedure.name },
      unit: intake.processingUnit,
      partners: view.work.opinions.map((opinion) => opinion.agency),
      receivedAt: received.receivedAt,
      due: view.clock.dueAt ?? view.clock.firstDue,
      originals: received.papers.reduce((sum, paper) => sum + (paper.group === 'submit' ? paper.originals : 0), 0),
      handovers: view.custody.movements.map(rowOf),
      blankRows: BLANK_ROWS,
      copy: null,
      demo: enrolmentOf(context).demo,
    });
    return {
      subject: { aggregate: 'dossier', id: view.id },
      form: '06',
      number: '',
      // One slip a state of the journey: after another change of hands there is more to print.
      about: view.story.findLast((line) => HANDS.has(line.type))?.eventId ?? null,
      replaces: true,
      template: context.reference.template('06', context.localNow()),
      values,
      madeOffline: codes.offline,
      checkCode: codes.checkCode,
      token: codes.token,
    };
  };
}

function rowOf(movement: Movement): ControlHandover {
  const { from, to, givenAt, takenAt, by } = movement;
  return {
    from: from?.place ?? '',
    to: to.place,
    givenAt,
    giver: from?.name ?? '',
    takenAt,
    taker: takenAt === null ? '' : to.name,
    outcome: outcomeOf(givenAt, by),
    note: '',
  };
}

/** Whether the giver kept the limit of the handover (NĐ 309/2026, Điều 18 khoản 2). */
function outcomeOf(givenAt: string | null, by: string | null): ControlHandover['outcome'] {
  if (givenAt === null || by === null) return null;
  if (givenAt > by) return 'late';
  return givenAt.slice(0, 10) < by.slice(0, 10) ? 'early' : 'on-time';
}
