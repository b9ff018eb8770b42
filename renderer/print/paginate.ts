import type { Atom } from './drawing.ts';

/** Room for atoms, in points. */
export interface PageRoom {
  readonly first: number;
  /** Less than the first page: the code and the title are repeated above. */
  readonly further: number;
}

/** Fewest atoms above the signatures: a signature never stands on a page without what it is given for. */
const ABOVE_TAIL = 3;

/** The height these atoms take on one page. */
function heightOf(atoms: readonly Atom[]): number {
  let head: Atom['table'];
  return atoms.reduce((sum, atom) => {
    const isNewTable = atom.table !== undefined && atom.table.wrap !== head?.wrap;
    head = atom.table;
    return sum + atom.height + (isNewTable ? (atom.table?.headHeight ?? 0) : 0);
  }, 0);
}

/**
 * Body and tail (signatures and note, which stay together) on as many pages as they need. An atom taller than a page
 * has a page of its own.
 */
export function paginate(body: readonly Atom[], tail: readonly Atom[], room: PageRoom): readonly (readonly Atom[])[] {
  const pages: Atom[][] = [[]];
  const roomOn = (page: number): number => (page === 0 ? room.first : room.further);
  const current = (): Atom[] => pages.at(-1) ?? [];
  const hasRoomFor = (atoms: readonly Atom[]): boolean =>
    heightOf([...current(), ...atoms]) <= roomOn(pages.length - 1);
  const turn = (): void => {
    // What must stand with the next goes over with it.
    const over: Atom[] = [];
    while (current().length > 1 && current().at(-1)?.keepWithNext === true) over.unshift(...current().splice(-1));
    pages.push(over);
  };
  for (const atom of body) {
    if (current().length > 0 && !hasRoomFor([atom])) turn();
    current().push(atom);
  }
  if (!hasRoomFor(tail)) {
    const over = current().splice(Math.max(1, current().length - ABOVE_TAIL));
    pages.push(over);
  }
  current().push(...tail);
  return pages;
}
