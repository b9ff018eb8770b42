import type { CivilDate, LocalDateTime } from '../../calendar/civil-date.ts';
import type { CurrentDossierEvent } from '../events.ts';

/**
 * What events of one thing said of people was erased by law (xóa dữ liệu cá nhân theo quyết định), at the province and at
 * every desk. Only the province writes it. It carries what stays of each event, so that numbers, books, dates and hands
 * go on being true without it. `R`: what may stay of an event of that thing.
 */
export interface Erasure<R> {
  /** Why, in words, and by which law; says nothing of the person. */
  readonly reason: string;
  /** The document that orders it (quyết định, bản án). */
  readonly document: { readonly number: string; readonly date: CivilDate };
  /** Who ordered it, an authority: "Tòa án nhân dân khu vực 9". */
  readonly orderedBy: string;
  readonly events: readonly Erased<R>[];
  readonly at: LocalDateTime;
}

/** One event whose body and salt are gone; its envelope stands, and the chain with it. */
export interface Erased<R> {
  readonly id: string;
  /** What stays of it; null where nothing does. */
  readonly rest: R | null;
}

/** `dossier.erased` version 1: of a dossier. */
export type DossierErased = Erasure<DossierRest>;

/** Any event of a dossier but an erasure, in today's shape and without a person in it. */
export type DossierRest = Exclude<CurrentDossierEvent, { readonly type: 'dossier.erased' }>;
