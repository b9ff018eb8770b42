/** A change an office made of the hall's rules for itself; rows are added, never changed. */
export interface HallChangeTable {
  office: string;
  number: number;
  /** Date YYYY-MM-DD. */
  valid_from: string;
  /** JSON of contract/hall-rules.ts. */
  settings: string;
  reason: string;
  decided_by: string;
  decided_at: number;
}
