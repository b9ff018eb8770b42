import { dateOf } from '../../../domain/calendar/civil-date.ts';
import type { DossierView, Round } from '../../../domain/dossier/view.ts';
import { mau02 } from '../../../domain/form/mau-02.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { documentNumber } from './document-number.ts';
import type { SlipBuilder } from './order.ts';
import { personOnSlip } from './person-on-slip.ts';
import { codesOfView, slipCode, slipContact, slipOffice } from './surroundings.ts';

/** Phiếu yêu cầu bổ sung: of the newest request, or of the one asked for. */
export function mau02Builder(context: DeskContext): SlipBuilder {
  return (view, user, about) => {
    const round = about === null ? view.rounds.at(-1) : view.rounds.find((each) => each.eventId === about);
    if (round === undefined) return null;
    const codes = codesOfView(context, view);
    const { intake } = view;
    const number = documentNumber(context, '02', user);
    const approver = (context.store.reference.get('users') ?? []).find((row) => row.id === round.approvedBy);
    const values = mau02({
      office: slipOffice(context, intake.receivingOffice),
      number,
      issuedAt: round.at,
      code: slipCode(view, codes),
      applicant: intake.applicant === null ? null : personOnSlip(intake.applicant),
      procedure: { code: intake.procedure.code, name: intake.procedure.name },
      caseLabel: intake.procedure.caseLabel,
      askedBy: round.by === 'unit' ? intake.processingUnit : '',
      demands: round.demands.map(({ name, originals, certified, copies, bring, reason }) => ({
        name,
        originals,
        certified,
        copies,
        bring,
        reason,
      })),
      reason: round.reason,
      round: { ordinal: round.round, approvedBy: approver?.name ?? '', reason: round.override?.reason ?? '' },
      answerBy: round.answerBy,
      // The unit's request is given to the citizen later, by hand or by post: the day is written in then.
      givenOn: round.by === 'counter' ? dateOf(round.at) : null,
      remarks: remarksOf(view, round),
      returnCode: round.returnCode === '' ? null : { text: round.returnCode, qr: codes.qr },
      contact: slipContact(context, user),
      officer: user.name,
      receiver: round.by === 'counter' ? (intake.submitter?.person.name ?? intake.applicant?.name ?? '') : '',
      copy: null,
      demo: enrolmentOf(context).demo,
    });
    return {
      subject: { aggregate: 'dossier', id: view.id },
      form: '02',
      number,
      about: round.eventId,
      replaces: false,
      template: context.reference.template('02', context.localNow()),
      values,
      madeOffline: codes.offline,
      checkCode: codes.checkCode,
      token: codes.token,
    };
  };
}

/** What the request does to the time limit. A counter's own request comes before any limit runs. */
function remarksOf(view: DossierView, round: Round): string[] {
  if (round.by === 'counter') return ['Thời hạn giải quyết tính từ khi hồ sơ đầy đủ và được tiếp nhận'];
  return view.clock.goesOnBy === 'resume'
    ? ['Thời gian chờ bổ sung không tính vào thời hạn giải quyết']
    : ['Thời hạn giải quyết được tính lại từ đầu, kể từ khi hồ sơ đầy đủ, hợp lệ'];
}
