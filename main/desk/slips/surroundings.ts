import { sha256, signText } from '../../../contract/signing.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import { checkCode } from '../../../domain/dossier/code.ts';
import { encodeSlipQr, slipQrFacts } from '../../../domain/form/slip-qr.ts';
import { settingsOf, type DeskContext } from '../context.ts';

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
