import type { Office, User } from '../../../contract/sync.ts';
import { sha256, signText } from '../../../contract/signing.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import { checkCode } from '../../../domain/dossier/code.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import type { SlipContact } from '../../../domain/form/common-fields.ts';
import type { SlipCode } from '../../../domain/form/slip-marks.ts';
import type { SlipValues } from '../../../domain/form/slip-values.ts';
import { officeOnSlip, type SlipOffice } from '../../../domain/form/slip-office.ts';
import { encodeSlipQr, slipQrFacts } from '../../../domain/form/slip-qr.ts';
import { ownCounter, ownOffice, settingsOf, type DeskContext } from '../context.ts';

/** A digit-and-capitals token makes the smaller QR. */
const TOKEN_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TOKEN_LENGTH = 20;

/** What every slip of a dossier carries beside its own fields. */
export interface DossierCodes {
  readonly token: string;
  /** Empty where the province has no citizen's page. */
  readonly qr: string;
  readonly checkCode: string;
  readonly offline: boolean;
}

/**
 * The QR of a dossier's slip with its signed facts, the short code to compare by phone, and whether the province has
 * confirmed the dossier. `code`: what the barcode says (`domain/form/slip-qr.ts` says what may stand in it).
 * @throws ProblemError DK-03 before enrolment
 */
export function dossierCodes(
  context: DeskContext,
  dossier: {
    readonly id: string;
    readonly code: string;
    readonly procedure: string;
    readonly due: LocalDateTime | null;
  },
): DossierCodes {
  const { store, random } = context;
  const deviceKey = store.meta.get('deviceKey');
  if (deviceKey === null) throw new ProblemError('DK-03');
  const facts = { dossierId: dossier.id, code: dossier.code, procedure: dossier.procedure, due: dossier.due };
  const token = [...random.bytes(TOKEN_LENGTH)].map((byte) => TOKEN_LETTERS[byte % 32] ?? '0').join('');
  const { lookupUrl } = settingsOf(context);
  const { verdicts } = store.outbox.standOf(dossier.id);
  const qr =
    lookupUrl === ''
      ? ''
      : encodeSlipQr({ ...facts, page: lookupUrl, token, signature: signText(deviceKey, slipQrFacts(facts)) });
  return {
    token,
    qr,
    checkCode: checkCode(sha256(slipQrFacts(facts))),
    offline: !verdicts.some((verdict) => verdict.end === 'applied' || verdict.end === 'flagged'),
  };
}

/** The values of any form, marked where the clock is known to be wrong now: no date on paper is silently wrong. */
export function withClockMark(context: DeskContext, values: SlipValues): SlipValues {
  return isClockWrong(context) ? { ...values, clockWrong: true } : values;
}

/** A time that cannot be or was set wrong, or a date here by which the province's certificate does not hold. */
export function isClockWrong(context: DeskContext): boolean {
  const line = context.line();
  const isRefusedByDate = line.state === 'stopped' && line.code === 'DH-03';
  return isRefusedByDate || context.time().isWrong;
}

/** The office a slip is headed with: the desk's own, or the one named, where the province's list has it. */
export function slipOffice(context: DeskContext, id: string): SlipOffice {
  const office = officeRow(context, id);
  return officeOnSlip({ ...office, placeName: office.place });
}

/** The agency that decides and signs: the unit, under its authority's head. */
export function processingAgency(context: DeskContext, view: DossierView): SlipOffice {
  const { competentOffice, processingUnit } = view.intake;
  const office = slipOffice(context, competentOffice);
  return { ...office, centre: processingUnit.toUpperCase(), point: processingUnit };
}

/** The row of an office, the desk's own where the province's list does not have it. */
export function officeRow(context: DeskContext, id: string): Office {
  return (context.store.reference.get('offices') ?? []).find((row) => row.id === id) ?? ownOffice(context);
}

/** Whom to ask (người liên hệ khi vướng mắc), and where to follow a dossier. */
export function slipContact(context: DeskContext, user: User): SlipContact {
  const { phone } = ownOffice(context);
  const { hotline, lookupUrl } = settingsOf(context);
  const place = user.unit ?? ownCounter(context).name;
  return { name: `${user.name}, ${place}`, phone: phone === '' ? hotline : phone, website: siteOf(lookupUrl) };
}

/** "https://tracuu.example.vn/h/" → "tracuu.example.vn". */
export function siteOf(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}

/** The code a slip of a dossier carries; null before receipt. */
export function slipCode(view: DossierView, codes: DossierCodes): SlipCode | null {
  const code = view.received?.code;
  if (code === undefined) return null;
  return { text: code.text, kind: code.kind, offline: codes.offline, checkCode: codes.checkCode };
}

/** What the QR and the barcode of a dossier's slips say it is: its code, before receipt the code to come back with. */
export function codesOfView(context: DeskContext, view: DossierView): DossierCodes {
  return dossierCodes(context, {
    id: view.id,
    code: codeOfView(view).replace(/[^0-9A-Za-z.\-_]+/g, '-') || 'QL',
    procedure: view.intake.procedure.code,
    due: view.clock.dueAt ?? view.clock.firstDue,
  });
}
