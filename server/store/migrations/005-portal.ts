/** The portal writes a log of its own; who may hand dossiers in by program; what was handed in already. */
export const portal: readonly string[] = [
  `alter table device add column portal boolean not null default false`,
  `create unique index device_portal on device (portal) where portal`,
  `create table api_key (
    id uuid primary key,
    name text not null,
    hash text not null unique,
    created_at bigint not null,
    revoked_at bigint
  )`,
  `create table imported (
    portal_code text primary key,
    dossier uuid not null,
    packet_hash text not null,
    imported_at bigint not null
  )`,
];
