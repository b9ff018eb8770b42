import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { mau05 } from '../../../domain/form/mau-05.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import type { SlipBuilder } from './order.ts';
import { personOnSlip } from './person-on-slip.ts';
import { signatoryOf } from './signatory.ts';
import { codesOfView, processingAgency, slipCode, slipOffice } from './surroundings.ts';

/** Thông báo dừng giải quyết hồ sơ, after a request to withdraw it. */
export function mau05Builder(context: DeskContext): SlipBuilder {
  return (view) => {
    const { received, intake } = view;
    const { stop, withdrawal } = view.work;
    const codes = codesOfView(context, view);
    const code = slipCode(view, codes);
    if (received === null || stop === null || code === null) return null;
    const values = mau05({
      agency: processingAgency(context, view),
      number: stop.number,
      issuedOn: dateOf(stop.at),
      code,
      applicant: intake.applicant === null ? null : personOnSlip(intake.applicant),
      procedure: { code: intake.procedure.code, name: intake.procedure.name },
      receivedAt: received.receivedAt,
      withdrawal: {
        by: withdrawal?.by ?? intake.applicant?.name ?? '',
        on: dateOf(withdrawal?.at ?? stop.at),
        reason: withdrawal?.reason ?? '',
      },
      stage: stop.stage,
      reason: stop.reason,
      fees: stop.fees,
      papersBack: stop.papersBack,
      recipients: [slipOffice(context, intake.receivingOffice).point],
      signatory: signatoryOf(stop.signatory),
      copy: null,
      demo: enrolmentOf(context).demo,
    });
    return {
      subject: { aggregate: 'dossier', id: view.id },
      form: '05',
      number: stop.number,
      about: view.story.findLast((line) => line.type === 'dossier.stopped' && !line.setAside)?.eventId ?? null,
      replaces: false,
      template: context.reference.template('05', context.localNow()),
      values,
      madeOffline: codes.offline,
      checkCode: codes.checkCode,
      token: codes.token,
    };
  };
}
