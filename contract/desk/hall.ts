import { z } from 'zod';
import { hallRoleSchema } from '../hall.ts';
import { printerTroubleSchema } from '../hall-print.ts';
import { base64urlSchema, idSchema, localDateTimeSchema } from '../primitives.ts';
import { call } from './call.ts';
import { ticketPrinterChoiceSchema, ticketPrintersSchema } from './ticket-printers.ts';

const roles = ['officer', 'unitOfficer', 'supervisor', 'administrator'] as const;

const machineSchema = z.strictObject({
  device: idSchema,
  name: z.string(),
  counter: z.string(),
  role: hallRoleSchema,
});

/** How it stands between this machine and its office's hall (sảnh). */
export const hallStatusSchema = z.strictObject({
  /**
   * none: it belongs to no hall · hosting, linked · seeking: looking for the host, for less than a moment ·
   * closed: signed off, whoever opens it hosts it · lost: the host is gone, whoever is here may take over
   */
  state: z.enum(['none', 'hosting', 'linked', 'seeking', 'closed', 'lost']),
  role: hallRoleSchema,
  /** The reign (nhiệm kỳ); null where there is none now. */
  term: z.int().nullable(),
  /** The host's place, this machine's too: "Quầy 3". */
  host: z.string().nullable(),
  /** Seconds since the host was last heard; null: it is this machine, or it never was. */
  silentSeconds: z.int().nullable(),
  /** Addresses this machine is reached at, for who joins; empty where it does not listen. */
  addresses: z.array(z.string()),
  /** Where phones of the office's Wi-Fi find the hall's pages, "http://192.168.1.10:47111"; null: nowhere. */
  phones: z.string().nullable(),
  /** Machines linked to this one, with how many events each has not on its disk yet. */
  connected: z.array(machineSchema.extend({ behind: z.int() })),
  /** All other machines of the hall. */
  members: z.array(machineSchema),
  /**
   * Since when what the host writes is on its disk alone, no other machine having answered in time (chưa có bản thứ hai);
   * null: another has it, or nobody was linked when it was written.
   */
  oneDiskSince: localDateTimeSchema.nullable(),
  /** Ticket printers of the hall's machines that cannot print (máy in phiếu số hết giấy, không trả lời). */
  papers: z.array(
    z.strictObject({ machine: z.string(), printer: z.string(), trouble: printerTroubleSchema, standIn: z.boolean() }),
  ),
  /** At the host: whose numbers would expire if it closed the hall now, and whom counters serve. Null elsewhere. */
  atClose: z.strictObject({ waiting: z.int(), serving: z.int() }).nullable(),
  /** Set when the host is lost: what taking over means. */
  stake: z
    .strictObject({
      host: z.string(),
      /** Machines that answer now. */
      reachable: z.array(z.string()),
      /** Events of the lost host that nobody who answers has. */
      missing: z.int(),
      /** Tickets in line and held, as this machine knows them. */
      waiting: z.int(),
    })
    .nullable(),
});
export type HallStatus = z.output<typeof hallStatusSchema>;

/** The hall: the desks of one office among each other. Every call answers how it stands then. */
export const hallCalls = {
  'hall.status': call('anyone', z.strictObject({}), hallStatusSchema),
  /** Opens a hall at this machine, or goes on with one that was closed. @throws SN-07, SN-09, SN-10 */
  'hall.open': call(roles, z.strictObject({}), hallStatusSchema),
  /** This machine hosts from now on, because the host is lost. @throws SN-04, SN-07, SN-10 */
  'hall.takeOver': call(roles, z.strictObject({}), hallStatusSchema),
  /** A code for one machine to join, at the host. @throws SN-08 */
  'hall.newCode': call(
    roles,
    z.strictObject({}),
    z.strictObject({ code: z.string(), minutes: z.int(), addresses: z.array(z.string()) }),
  ),
  /** `address`: as the host shows it, with or without its port. @throws SN-01, SN-02, SN-06, SN-09 */
  'hall.join': call(
    roles,
    z.strictObject({
      address: z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9._-]{1,100}(:\d{1,5})?$/),
      code: z.string().min(12).max(30),
    }),
    hallStatusSchema,
  ),
  /** The notice with the QR by which phones take numbers, A4 as PDF, at the host. @throws SN-08, SN-09, IN-01, IN-03 */
  'hall.poster': call(
    roles,
    z.strictObject({}),
    z.strictObject({ name: z.string(), bytes: base64urlSchema(8_000_000) }),
  ),
  /** A machine leaves the hall: its key opens nothing any more. At the host. @throws SN-05, SN-08 */
  'hall.forget': call(roles, z.strictObject({ device: idSchema }), hallStatusSchema),
  /** Which printers print this machine's tickets; chosen here they hold from the next ticket on. */
  'hall.ticketPrinters': call(roles, z.strictObject({}), ticketPrintersSchema),
  'hall.chooseTicketPrinters': call(roles, ticketPrinterChoiceSchema, ticketPrintersSchema),
  /**
   * Hands the hall to another desk, or closes it (null): whom counters serve is done then, numbers still in line expire.
   * At the host. @throws SN-03, SN-05, SN-08, SN-09
   */
  'hall.signOff': call(roles, z.strictObject({ to: idSchema.nullable() }), hallStatusSchema),
} as const;
