import type { z } from 'zod';
import type { Role } from '../roles.ts';

/**
 * Who may make a call.
 * `anyone`: before and after sign-in, locked or not (sign-in itself, the status bar) ·
 * `locked`: somebody is signed in, the screen may be locked (unlock, sign out) ·
 * roles: signed in, unlocked, one of these. The office is always the desk's own.
 */
export type Access = 'anyone' | 'locked' | readonly Role[];

export interface DeskCall<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
  readonly access: Access;
}

export function call<I extends z.ZodType, O extends z.ZodType>(access: Access, input: I, output: O): DeskCall<I, O> {
  return { access, input, output };
}

export const everyRole = [
  'officer',
  'unitOfficer',
  'supervisor',
  'administrator',
  'provincialViewer',
] as const satisfies readonly Role[];

/** Those who receive dossiers: counter officers, and the supervisor who helps out. */
export const counterRoles = ['officer', 'supervisor'] as const satisfies readonly Role[];

/** Those who may read dossiers of the office. */
export const readerRoles = ['officer', 'unitOfficer', 'supervisor'] as const satisfies readonly Role[];

export const adminRoles = ['administrator'] as const satisfies readonly Role[];
