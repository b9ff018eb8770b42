import type { CivilDate } from '../calendar/civil-date.ts';
import { cardDate, cardSex, isOldId, isPersonalId, separate, trimScan, type FoundFields } from './card-fields.ts';
import {
  damagedMarks,
  partMissing,
  repairs as repairOf,
  type CardPerson,
  type CardReading,
  type Repair,
} from './card-reading.ts';
import { letterCase } from './letter-case.ts';
import { undoMojibake } from './mojibake.ts';
import { addressCondition, nameCondition, provesMarks } from './name-check.ts';
import { personalIdFacts } from './personal-id.ts';
import { findFields } from './card-order.ts';

export type { CardReading } from './card-reading.ts';

/** Thẻ căn cước of Luật Căn cước 26/2023/QH15 is issued from this day; the order of its QR is not published. */
const NEW_CARD_FROM: CivilDate = '2024-07-01';

/**
 * Reads what a scanner typed from the QR of an ID card: of 2021 (number | old number | name | birth date | sex |
 * residence | day of issue), or of 2024, whose order is not certain. Repaired is only what has one meaning; a name or
 * an address with broken marks is asked for, and nothing of doubtful marks is read as `certain`.
 */
export function readCardQr(raw: string): CardReading {
  const trimmed = trimScan(raw);
  const meant = undoMojibake(trimmed);
  const text = (meant ?? trimmed).normalize('NFC');
  const separated = separate(text);
  if (separated === null) {
    return /^\d{12}\D/.test(text) && /\d{8}/.test(text.slice(12))
      ? { kind: 'ask', problem: partMissing(text.slice(0, 12)), partial: { personalId: text.slice(0, 12) } }
      : { kind: 'not-a-card' };
  }
  const { fields, restored } = separated;
  if (!fields.some(isPersonalId)) {
    const looksLikeCard = fields.length >= 6 && fields.some((field) => cardDate(field) !== null);
    return looksLikeCard ? { kind: 'ask', problem: partMissing(fields[0] ?? ''), partial: {} } : { kind: 'not-a-card' };
  }
  const repairs: Repair[] = [];
  if (meant !== null) repairs.push(repairOf.mojibake);
  else if (text !== trimmed) repairs.push(repairOf['normal-form']);
  if (restored) repairs.push(repairOf.separator);
  return judge(inKnownOrder(fields) ?? findFields(fields), repairs);
}

function inKnownOrder(fields: readonly string[]): FoundFields | null {
  const [personalId = '', oldId = '', name = '', born = '', sex = '', address = '', issued = '', ...rest] = fields;
  const birthDate = cardDate(born);
  const issueDate = cardDate(issued);
  const foundSex = cardSex(sex);
  const inOrder =
    isPersonalId(personalId) && (oldId === '' || isOldId(oldId)) && birthDate !== null && issueDate !== null;
  if (!inOrder || foundSex === null || name.trim() === '' || address.trim() === '') return null;
  const extra = rest.filter((field) => field.trim() !== '');
  if (issueDate < birthDate) return null;
  // A new card whose residence only happens to stand where the name was.
  if (issueDate >= NEW_CARD_FROM && name.includes(',')) return null;
  const format = rest.length > 0 || issueDate >= NEW_CARD_FROM ? 'can-cuoc-2024' : 'cccd-2021';
  return { format, personalId, oldId: oldId || null, name, birthDate, sex: foundSex, address, issueDate, extra };
}

function judge(found: FoundFields, repairs: Repair[]): CardReading {
  const { personalId, oldId, birthDate, issueDate, format, extra } = found;
  const facts = personalIdFacts(personalId);
  const numbers: Partial<CardPerson> = { personalId, oldId, birthDate, issueDate };
  if (found.name === null) return { kind: 'ask', problem: partMissing(personalId), partial: numbers };

  const name = nameCondition(found.name);
  const address = addressCondition(found.address ?? '');
  for (const condition of [name, address]) {
    // Where the address lost its marks the name cannot be trusted either: both came through the same scanner.
    if (condition.kind === 'damaged') return { kind: 'ask', problem: damagedMarks(condition.word), partial: numbers };
  }

  const written = letterCase(found.name);
  if (written.kind === 'mixed') return { kind: 'ask', problem: damagedMarks(found.name.trim()), partial: numbers };
  if (written.kind === 'turned') repairs.push(repairOf['letter-case']);

  let sex = found.sex?.sex ?? null;
  if (found.sex?.damaged === true) {
    sex = facts?.sex === found.sex.sex ? found.sex.sex : null;
    if (sex !== null) repairs.push(repairOf.sex);
  }
  const tidy = (field: string): string => field.replace(/ +/g, ' ').trim();
  const person: CardPerson = {
    personalId,
    oldId,
    name: tidy(written.kind === 'turned' ? written.name : found.name),
    birthDate,
    sex,
    address: tidy(found.address ?? ''),
    issueDate,
  };
  const certain =
    format === 'cccd-2021' &&
    repairs.every((repair) => repair.kind === 'normal-form') &&
    name.kind === 'vietnamese' &&
    address.kind === 'vietnamese' &&
    provesMarks(`${found.name} ${person.address}`) &&
    // Spaces nobody puts on a card: a letter may have stood there.
    person.name === found.name &&
    // The number tells sex and year of birth; where they differ the card may be right, but somebody looks.
    facts?.sex === sex &&
    birthDate?.startsWith(String(facts.birthYear)) === true;
  return { kind: 'read', person, format, confidence: certain ? 'certain' : 'confirm', repairs, extra };
}
