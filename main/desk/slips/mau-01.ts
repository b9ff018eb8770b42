import type { DossierReceived } from '../../../domain/dossier/events/receipt.ts';
import { mau01 } from '../../../domain/form/mau-01.ts';
import type { SlipValues } from '../../../domain/form/slip-values.ts';
import { enrolmentOf, settingsOf, type DeskContext } from '../context.ts';
import { mau01InputOf } from './mau-01-input.ts';
import type { SlipBuilder } from './order.ts';
import { dossierCodes, officeRow, type DossierCodes } from './surroundings.ts';

/** Giấy tiếp nhận và hẹn trả of a received dossier; after a correction a new one replaces it. */
export function mau01Builder(context: DeskContext): SlipBuilder {
  return (view, user) => {
    if (view.received === null) return null;
    const { values, codes } = receiptSlip(context, view.id, view.received, user.name);
    return {
      subject: { aggregate: 'dossier', id: view.id },
      form: '01',
      number: '',
      about: view.corrections.at(-1)?.eventId ?? null,
      replaces: true,
      template: context.reference.template('01', context.localNow()),
      values,
      madeOffline: codes.offline,
      checkCode: codes.checkCode,
      token: codes.token,
    };
  };
}

/** The slip as it would be for this receipt, made or not. */
export function receiptSlip(
  context: DeskContext,
  dossierId: string,
  received: DossierReceived,
  officer: string,
): { values: SlipValues; codes: DossierCodes } {
  const codes = dossierCodes(context, {
    id: dossierId,
    code: received.code.text,
    procedure: received.procedure.code,
    due: received.due.at,
  });
  const { verdicts } = context.store.outbox.standOf(dossierId);
  const input = mau01InputOf(received, {
    office: officeRow(context, received.receivingOffice),
    officer,
    settings: settingsOf(context),
    offline: codes.offline,
    book: verdicts.find((verdict) => verdict.book !== null)?.book ?? null,
    checkCode: codes.checkCode,
    qr: codes.qr,
    copy: null,
    demo: enrolmentOf(context).demo,
  });
  return { values: mau01(input), codes };
}
