import type { Generated } from 'kysely';
import type { MachineKind } from '../../contract/machine-kind.ts';

/** Enrolled machines, revoked ones too. Times are milliseconds since 1970 by the server's clock. */
export interface DeviceTable {
  id: string;
  public_key: string;
  office: string;
  counter: string;
  name: string;
  enrolled_at: number;
  revoked_at: number | null;
  revoked_by: Generated<string | null>;
  revoked_because: Generated<string | null>;
  /** As the place it was enrolled for. */
  kind: Generated<MachineKind>;
  /** The portal's own: no desk, its key is drawn from the server's. */
  portal: Generated<boolean>;
}
