/** What the form of a row of any list is given. */
export interface RowFormProps<Draft, Row> {
  readonly draft: Draft;
  /** As the server has it; null for a new row. */
  readonly saved: Row | null;
  readonly onDraft: (draft: Draft) => void;
  readonly onSaved: (row: Row) => void;
  readonly onDiscard: (() => void) | null;
  readonly onReopen: () => void;
  /** Said once after saving. */
  readonly done: string | null;
}
