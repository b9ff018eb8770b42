/**
 * What a dossier's office was last told of its packet at the portal: one put back to what it first was is told too. An erasure
 * by law takes it along, also by an instance of the release before, which knows of the packet's hash alone.
 */
export const portalTold: readonly string[] = [
  `alter table imported add column told text`,
  `create function imported_erased() returns trigger language plpgsql as $$
   begin
     new.told := null;
     return new;
   end $$`,
  `create trigger imported_erased before update on imported
  for each row when (new.packet_hash = '') execute function imported_erased()`,
];
