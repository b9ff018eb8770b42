/** Beside the shapes, because a page must not load what reads them. */

/** Reasons to keep an event apart that no person can decide on: it cannot be read, or is too large. */
export const unreadable: readonly string[] = ['XV-03', 'XV-08'];

/** Whether a person can let it in: what cannot be read waits for a server that reads it, what is too large for ever. */
export function mayBeLetIn({ reason }: { readonly reason: string | null }): boolean {
  return reason === null || !unreadable.includes(reason);
}
