/** Which events have lost their bodies by law, and what stays of each: one sent again does not bring it back. */
export const erased: readonly string[] = [
  `create table erased (
    event_id uuid primary key,
    dossier uuid not null,
    erasure uuid not null,
    rest text
  )`,
  `create index erased_dossier on erased (dossier)`,
];
