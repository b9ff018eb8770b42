/** Who revoked a device, and why: an account's id, or the name given at the command line. */
export const revokedBecause: readonly string[] = [
  'alter table device add column revoked_by text',
  'alter table device add column revoked_because text',
];
