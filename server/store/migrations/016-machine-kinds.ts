/** What stands at a place, and what a machine was enrolled as: the waiting room's are given nobody's dossiers. */
export const machineKinds: readonly string[] = [
  "alter table counter add column kind text not null default 'desk' check (kind in ('desk', 'kiosk', 'display'))",
  "alter table device add column kind text not null default 'desk' check (kind in ('desk', 'kiosk', 'display'))",
];
