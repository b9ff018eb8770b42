import { asDossierEvent } from '../../contract/events.ts';
import type { KeptApart } from '../../contract/kept-apart.ts';
import { codeOfView, type DossierView } from '../../domain/dossier/view.ts';
import { quarantineOf, wordsOf, type WordsApart } from '../store/quarantine.ts';
import type { Db } from '../store/pool.ts';
import { readStored } from './fold.ts';

/**
 * What is kept apart, with what tells a person whose it is: the number and the name it says itself, or those of its dossier
 * where its own office receives or decides that one.
 */
export async function keptApartOf(db: Db, office: string | null): Promise<KeptApart[]> {
  const rows = await quarantineOf(db, office);
  const words = await wordsOf(
    db,
    rows.map(({ eventId }) => eventId),
  );
  return rows.map((row) => {
    const found = words.get(row.eventId);
    return { ...row, about: found === undefined ? null : aboutOf(found) };
  });
}

function aboutOf({ type, version, body, view }: WordsApart): KeptApart['about'] {
  const read = readStored({ type, version }, body);
  const event = read === null ? null : asDossierEvent(read);
  if (event?.type === 'dossier.received') {
    return { code: event.body.code.text, applicant: event.body.applicant?.name ?? null };
  }
  if (event?.type === 'dossier.guided' || event?.type === 'dossier.refused') {
    return { code: null, applicant: event.body.intake.applicant?.name ?? null };
  }
  if (view === null) return null;
  // Written by `saveViews`.
  const dossier = JSON.parse(view) as DossierView;
  return { code: codeOfView(dossier) || null, applicant: dossier.intake.applicant?.name ?? null };
}
