import { mau03, type Mau03Input } from '../../../domain/form/mau-03.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { documentNumber } from './document-number.ts';
import type { SlipBuilder } from './order.ts';
import { personOnSlip } from './person-on-slip.ts';
import { codesOfView, slipCode, slipContact, slipOffice } from './surroundings.ts';

type Refusal = Pick<Mau03Input, 'stage' | 'reason' | 'legalBasis' | 'rightAgency' | 'issuedAt'>;

/** Phiếu từ chối: not received at the counter, or not eligible by the unit's decision. */
export function mau03Builder(context: DeskContext): SlipBuilder {
  return (view, user) => {
    const refusal = refusalOf(context, view);
    if (refusal === null) return null;
    const codes = codesOfView(context, view);
    const { intake } = view;
    const number = documentNumber(context, '03', user);
    const values = mau03({
      ...refusal,
      office: slipOffice(context, intake.receivingOffice),
      number,
      code: slipCode(view, codes),
      applicant: intake.applicant === null ? null : personOnSlip(intake.applicant),
      submitter: intake.submitter?.person.name ?? '',
      procedure: { code: intake.procedure.code, name: intake.procedure.name },
      contact: slipContact(context, user),
      officer: user.name,
      copy: null,
      demo: enrolmentOf(context).demo,
    });
    return {
      subject: { aggregate: 'dossier', id: view.id },
      form: '03',
      number,
      about: null,
      replaces: false,
      template: context.reference.template('03', context.localNow()),
      values,
      madeOffline: codes.offline,
      checkCode: codes.checkCode,
      token: codes.token,
    };
  };
}

function refusalOf(context: DeskContext, view: DossierView): Refusal | null {
  const { finished } = view.result;
  if (finished?.outcome === 'declined') {
    const { reason, legalBasis, at } = finished;
    return { stage: 'handling', reason, legalBasis, rightAgency: null, issuedAt: at };
  }
  if (view.refused === null) return null;
  const { reason, legalBasis, rightAgency, at } = view.refused;
  const office = (context.store.reference.get('offices') ?? []).find((row) => row.name === rightAgency?.name);
  return {
    stage: 'receipt',
    reason,
    legalBasis,
    rightAgency: rightAgency === null ? null : { ...rightAgency, phone: office?.phone ?? '' },
    issuedAt: at,
  };
}
