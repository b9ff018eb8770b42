/** What a dossier's office was last told of its packet at the portal: one put back to what it first was is told too. */
export const portalTold: readonly string[] = [`alter table imported add column told text`];
