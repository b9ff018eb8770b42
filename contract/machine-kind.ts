import { z } from 'zod';

/**
 * What a machine is, by the place it was enrolled for, and stays: a counter's desk, the ticket kiosk (máy lấy số), the
 * waiting room's display (màn hình gọi số). The two in the waiting room are given nobody's dossiers.
 */
export const machineKindSchema = z.enum(['desk', 'kiosk', 'display']);
export type MachineKind = z.infer<typeof machineKindSchema>;
