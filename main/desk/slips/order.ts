import type { User } from '../../../contract/sync.ts';
import type { DossierForm } from '../../../domain/dossier/events/slip.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import type { SlipForm, SlipValues } from '../../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../../domain/form/template.ts';

/** What a slip is about. Only a dossier's slips carry a QR of the citizen's page. */
export interface SlipSubject {
  readonly aggregate: 'dossier' | 'batch' | 'counterDay' | 'advice';
  readonly id: string;
}

/** Everything the ledger needs to make the first issue of a slip. */
export interface SlipOrder {
  readonly subject: SlipSubject;
  readonly form: SlipForm;
  /** Số of the document; empty where the form has none. */
  readonly number: string;
  /** The event it puts on paper; null for the receipt's own. A second event of the kind makes a second slip. */
  readonly about: string | null;
  /** Whether an earlier slip of this form is void once this one is made (phiếu đã bị thay). */
  readonly replaces: boolean;
  readonly template: SlipTemplate;
  readonly values: SlipValues;
  /** Whether the province had not confirmed the dossier when it was made. */
  readonly madeOffline: boolean;
  readonly checkCode: string;
  /** Random part of the citizen's page address in the QR; empty where there is none. */
  readonly token: string;
}

/**
 * What a form says of a dossier, filled in for `user`; `about` chooses among several events of the kind (null: the
 * newest). Null where the dossier has nothing this form could say.
 */
export type SlipBuilder = (view: DossierView, user: User, about: string | null) => SlipOrder | null;

export type SlipBuilders = Readonly<Record<DossierForm, SlipBuilder>>;
