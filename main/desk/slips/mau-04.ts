import { dateOf, type LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import { mau04 } from '../../../domain/form/mau-04.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import type { SlipBuilder } from './order.ts';
import { signatoryOf } from './signatory.ts';
import { codesOfView, processingAgency, slipCode, slipOffice } from './surroundings.ts';

/** Văn bản xin lỗi và đề nghị gia hạn: of the newest extension; the unit signs. */
export function mau04Builder(context: DeskContext): SlipBuilder {
  return (view) => {
    const { received, intake } = view;
    const { extension } = view.work;
    const codes = codesOfView(context, view);
    const code = slipCode(view, codes);
    const newDue = extension?.due.at ?? null;
    const due = dueBeforeExtension(view);
    if (received === null || extension === null || code === null || newDue === null || due === null) return null;
    const shop = slipOffice(context, intake.receivingOffice).point;
    const applicant = intake.applicant;
    const values = mau04({
      agency: processingAgency(context, view),
      number: extension.number,
      issuedOn: dateOf(extension.at),
      code,
      addressee: {
        name: applicant?.name ?? '',
        kind: applicant === null || applicant.kind === 'citizen' ? 'person' : 'organisation',
      },
      address: applicant?.address ?? '',
      phone: applicant?.phone ?? '',
      receivedAt: received.receivedAt,
      receivingAgency: shop,
      field: intake.procedure.field,
      procedure: { code: intake.procedure.code, name: intake.procedure.name },
      due,
      reason: extension.reason,
      newDue,
      recipients: [shop],
      signatory: signatoryOf(extension.signatory),
      copy: null,
      demo: enrolmentOf(context).demo,
    });
    return {
      subject: { aggregate: 'dossier', id: view.id },
      form: '04',
      number: extension.number,
      about: view.story.findLast((line) => line.type === 'dossier.extended' && !line.setAside)?.eventId ?? null,
      replaces: false,
      template: context.reference.template('04', context.localNow()),
      values,
      madeOffline: codes.offline,
      checkCode: codes.checkCode,
      token: codes.token,
    };
  };
}

/** What had been promised when the newest extension was made; its hour is that of the first promise. */
function dueBeforeExtension({ clock }: DossierView): LocalDateTime | null {
  if (clock.firstDue === null) return null;
  let due: string = dateOf(clock.firstDue);
  const last = clock.marks.findLastIndex((mark) => mark.kind === 'extend');
  for (const mark of clock.marks.slice(0, Math.max(last, 0))) {
    if (mark.kind === 'extend') due = mark.until;
    else if (mark.kind === 'start' || mark.kind === 'resume' || mark.kind === 'restart') due = mark.frozen ?? due;
  }
  return `${due}T${clock.firstDue.slice(11)}`;
}
