/** A sentence in the two languages of the program, Vietnamese first. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}
