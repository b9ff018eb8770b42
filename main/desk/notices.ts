import { sha256 } from '../../contract/signing.ts';
import type { LocalDateTime } from '../../domain/calendar/civil-date.ts';
import type { DossierNotified } from '../../domain/dossier/events/result.ts';
import { codeOfView, type DossierView } from '../../domain/dossier/view.ts';
import { messageTelephone } from '../../domain/message/recipient.ts';
import { messageText, type Message } from '../../domain/message/texts.ts';
import type { Act } from './acting.ts';
import { ownOffice, settingsOf, type DeskContext } from './context.ts';

/**
 * The act by which the province is asked to send the citizen a message; none where no telephone takes it. Told twice, by
 * two desks that knew nothing of each other, it is one message: its id follows from what it says, and to whom.
 */
export function messageActs(context: DeskContext, view: DossierView, message: Message, at: LocalDateTime): Act[] {
  if (messageTelephone(view.intake) === null) return [];
  return [noticeAct(view, message, 'message', textOf(context, view, message), at)];
}

/** The act by which it stands written that the citizen was told by the officer's own voice or letter. */
export function noticeAct(
  view: DossierView,
  message: Pick<Message, 'about'>,
  way: DossierNotified['way'],
  text: string,
  at: LocalDateTime,
): Act {
  const about = message.about === 'papers-back' ? 'other' : message.about;
  const before = view.notices.filter((notice) => notice.about === about && notice.way === way).length;
  const messageId = idFrom([view.id, message.about, way, String(before + 1)]);
  return { type: 'dossier.notified', body: { messageId, about, way, text, at } };
}

/** What the message says, as this office writes it. */
export function textOf(context: DeskContext, view: DossierView, message: Message): string {
  const office = ownOffice(context);
  const isCentre = office.kind === 'commune-centre' || office.kind === 'provincial-centre';
  const phone = office.phone === '' ? settingsOf(context).hotline : office.phone;
  return messageText(message, { code: codeOfView(view), shortName: office.shortName, isCentre, phone });
}

/** A UUID of version 8 (RFC 9562) from the hash of these parts. */
function idFrom(parts: readonly string[]): string {
  const hex = sha256(parts.join('\n')).slice(0, 32);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const id = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17)}`;
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
