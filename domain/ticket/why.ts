/**
 * Why this ticket is called now (vì sao gọi số này), in the figures of one sentence; the words are the screens'.
 * `waited` and `left` are whole seconds; `left` is what remained to the limit, below nothing where it was passed.
 */
export type Why =
  /** First in line of all that this counter serves. */
  | { readonly kind: 'first'; readonly waited: number }
  /** A priority class goes first, and nobody passes the limit for it. */
  | { readonly kind: 'priority'; readonly class: string; readonly waited: number; readonly overtaken: number }
  /** Its limit comes soonest: calling another first could let it wait too long. */
  | { readonly kind: 'limit'; readonly waited: number; readonly left: number; readonly overtaken: number }
  /** Its booked time has come. */
  | { readonly kind: 'booked'; readonly waited: number; readonly bookedFor: string; readonly overtaken: number }
  /** Back with the paper it was asked for: no fresh wait. */
  | { readonly kind: 'return'; readonly waited: number; readonly overtaken: number }
  /** Only this counter may call it: it was moved here. */
  | { readonly kind: 'moved-here'; readonly waited: number }
  /** The officer called it by its number. */
  | { readonly kind: 'named'; readonly waited: number; readonly overtaken: number };
