import { z } from 'zod';
import type { AggregateKind } from '../domain/log/envelope.ts';

/**
 * What a machine is, by the place it was enrolled for, and stays: a counter's desk, the ticket kiosk (máy lấy số), the
 * waiting room's display (màn hình gọi số). The two in the waiting room are given nobody's dossiers.
 */
export const machineKindSchema = z.enum(['desk', 'kiosk', 'display']);
export type MachineKind = z.infer<typeof machineKindSchema>;

/** What a machine of that kind is told of, by the province and in the hall: no dossier in the waiting room. Null: everything. */
export function toldOf(kind: MachineKind): readonly AggregateKind[] | null {
  return kind === 'desk' ? null : ['ticket', 'hall'];
}
