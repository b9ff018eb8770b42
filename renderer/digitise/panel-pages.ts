import { turnOf, type PageRef, type Turn } from '../../domain/digitise/pages.ts';

/** A page of the paper being put together. */
export interface PanelPage {
  /** Names it while the panel stands. */
  readonly key: string;
  /** The file the page is taken from when the paper is made. */
  readonly fileId: string;
  readonly page: number;
  /** How the file itself turns it. */
  readonly base: Turn;
  /** What the officer turned it by. */
  readonly turn: Turn;
  /** Null: it cannot be shown here, only taken over. */
  readonly picture: Blob | null;
  /** The file it was brought in with ({@link Brought}). */
  readonly from: string;
}

/** A file that was brought into the panel. */
export interface Brought {
  readonly fileId: string;
  readonly pages: number;
  /** From the scanner folder: what is left of it may belong to another paper. */
  readonly scanner: boolean;
  /** Smaller pictures made of its pages, kept as files of their own. */
  readonly made: readonly string[];
}

/** How a page stands on the screen. */
export function shownTurn({ base, turn }: Pick<PanelPage, 'base' | 'turn'>): Turn {
  return turnOf(base + turn);
}

export function refsOf(pages: readonly PanelPage[]): PageRef[] {
  return pages.map(({ fileId, page, turn }) => ({ fileId, page, turn }));
}

/**
 * The waiting scans that are dealt with once the paper is kept: everything brought in, but a scan of the scanner of
 * which pages were left out; those may be the next paper.
 */
export function dealtWith(brought: readonly Brought[], pages: readonly PanelPage[]): string[] {
  const gone = brought.flatMap(({ fileId, scanner, made, pages: all }) => {
    const used = pages.filter((page) => page.from === fileId).length;
    return scanner && used < all ? [...made] : [...made, fileId];
  });
  return [...new Set(gone)];
}

/** What goes when the panel is closed with nothing kept: the originals still wait, their smaller pictures need not. */
export function leftOver(brought: readonly Brought[]): string[] {
  return [...new Set(brought.flatMap(({ made }) => made))];
}
