import type { Role } from '../../contract/roles.ts';

/** Who ever had an account at an office, and as what; kept by a trigger on `person`. */
export interface PersonAtTable {
  person: string;
  office: string;
  role: Role;
}
