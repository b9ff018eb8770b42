import type { CallOutput } from '../../contract/desk.ts';

type StandOf = CallOutput<'dossier.get'>['stand'];

export interface Station {
  readonly key: 'here' | 'sent' | 'inProvince';
  readonly events: number;
  /** All of the dossier's events have come this far, some have, or none. */
  readonly fill: 'full' | 'part' | 'empty';
}

/** The three stations with what has reached each, and how many the sentence is about. */
export function stationsOf(stand: Pick<StandOf, 'state' | 'events' | 'sent' | 'confirmed'>): {
  readonly stations: readonly Station[];
  readonly waiting: number;
} {
  const { events, sent, confirmed } = stand;
  const fill = (reached: number): Station['fill'] =>
    // What the province confirmed before this machine kept count has no events left here.
    events === 0
      ? stand.state === 'inProvince'
        ? 'full'
        : 'empty'
      : reached >= events
        ? 'full'
        : reached > 0
          ? 'part'
          : 'empty';
  return {
    stations: [
      { key: 'here', events, fill: 'full' },
      { key: 'sent', events: sent, fill: fill(sent) },
      { key: 'inProvince', events: confirmed, fill: fill(confirmed) },
    ],
    waiting: stand.state === 'here' ? events - sent : sent - confirmed,
  };
}
