import { z } from 'zod';
import type { MachineKind } from './machine-kind.ts';

/**
 * What a place of an office with a desk on it is: a counter that receives people (quầy tiếp nhận), a unit's (phòng chuyên
 * môn), or another (the host's in a back room, the portal's). Set by an administrator, and changed when it changes.
 */
export const placeUseSchema = z.enum(['counter', 'unit', 'other']);
export type PlaceUse = z.infer<typeof placeUseSchema>;

/** A kiosk or display is no counter, whatever is said of it; a desk of which nothing is said is one. */
export function placeUse(kind: MachineKind, said: PlaceUse | undefined): PlaceUse {
  return kind === 'desk' ? (said ?? 'counter') : 'other';
}
