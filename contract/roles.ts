import { z } from 'zod';

/**
 * officer: counter officer (công chức tiếp nhận) · unitOfficer: of a processing unit (bộ phận chuyên môn) ·
 * supervisor: head of the centre or deputy (Giám đốc, Phó Giám đốc) · administrator: users, offices, counters ·
 * provincialViewer: reads the province's figures through the desk, online.
 */
export const roleSchema = z.enum(['officer', 'unitOfficer', 'supervisor', 'administrator', 'provincialViewer']);
export type Role = z.infer<typeof roleSchema>;
