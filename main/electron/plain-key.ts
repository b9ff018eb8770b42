import type { Input } from 'electron';

/**
 * Keys a scanner sends, or somebody who cannot use the touch screen: letters, going on, choosing. Nothing that reloads,
 * zooms, closes or switches reaches the page of the waiting room.
 */
export function isPlainKey({ key, alt, control, meta }: Pick<Input, 'key' | 'alt' | 'control' | 'meta'>): boolean {
  if (alt || control || meta) return false;
  return /^(?:.|Tab|Enter|Escape|Shift|Arrow(?:Up|Down|Left|Right))$/u.test(key);
}
