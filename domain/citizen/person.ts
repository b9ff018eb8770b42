import type { CivilDate, LocalDateTime } from '../calendar/civil-date.ts';

/** Sex (giới tính) as civil status papers and ID cards write it. */
export type Sex = 'male' | 'female';

/** A person or body a dossier belongs to (chủ hồ sơ) or that hands it in, as it stood when the event was written. */
export interface Person {
  /** Công dân, tổ chức, or hộ kinh doanh. */
  readonly kind: 'citizen' | 'organisation' | 'household-business';
  readonly name: string;
  /** Số định danh cá nhân: 12 digits without spaces (Luật Căn cước 26/2023/QH15, Điều 12); null where not given. */
  readonly personalId: string | null;
  /** Số chứng minh nhân dân cũ: 9 digits; an old number only, never the identity. */
  readonly oldId: string | null;
  readonly birthDate: CivilDate | null;
  readonly sex: Sex | null;
  /** As on the card or as said, old-style addresses with district included: free text, never coded. */
  readonly address: string;
  /** Empty where none was given, like the next two. */
  readonly phone: string;
  readonly email: string;
  readonly taxCode: string;
  readonly source: PersonSource;
}

/** Where these facts came from: read from a card, typed by the officer, or known from an earlier dossier. */
export interface PersonSource {
  readonly kind: 'card' | 'typed' | 'known';
  /** Vietnam local time. */
  readonly at: LocalDateTime;
}

/** Somebody who gave a name and nothing else. @param at when it was typed, Vietnam local time */
export function namedPerson(name: string, at: LocalDateTime): Person {
  return {
    kind: 'citizen',
    name,
    personalId: null,
    oldId: null,
    birthDate: null,
    sex: null,
    address: '',
    phone: '',
    email: '',
    taxCode: '',
    source: { kind: 'typed', at },
  };
}
