import type { AlarmSettledTable, AlarmTable } from './alarm-tables.ts';
import type { LogMovedTable, PassedTable } from './log-tables.ts';
import type { PersonAtTable } from './person-at-table.ts';
import type { HallChangeTable } from './hall-change-table.ts';
import type { Generated } from 'kysely';
import type { AggregateKind } from '../../domain/log/envelope.ts';
import type { SlipForm } from '../../domain/form/slip-values.ts';
import type { OfficeKind } from '../../domain/procedure/office.ts';
import type { Role } from '../../contract/roles.ts';
import type { VerdictEnd } from '../../contract/sync.ts';
import type { MachineKind } from '../../contract/machine-kind.ts';
import type { PlaceUse } from '../../contract/place-use.ts';
import type { DeviceTable } from './device-table.ts';

/** The province's tables. Times are bigint milliseconds since 1970 by the server's clock. */
export interface Tables {
  province: ProvinceTable;
  office: OfficeTable;
  counter: CounterTable;
  person: PersonTable;
  enrolment_code: EnrolmentCodeTable;
  device: DeviceTable;
  log: LogTable;
  number_grant: NumberGrantTable;
  aggregate: AggregateTable;
  event: EventTable;
  verdict: VerdictTable;
  alarm: AlarmTable;
  alarm_settled: AlarmSettledTable;
  feed: FeedTable;
  dossier_view: DossierViewTable;
  dossier_code: DossierCodeTable;
  book: BookTable;
  book_entry: BookEntryTable;
  reference: ReferenceTable;
  message: MessageTable;
  slip_edition: SlipEditionTable;
  api_key: ApiKeyTable;
  imported: ImportedTable;
  scan_named: ScanNamedTable;
  scan_upload: ScanUploadTable;
  scan_file: ScanFileTable;
  scan_fetch: ScanFetchTable;
  desk_contact: DeskContactTable;
  release: ReleaseTable;
  log_moved: LogMovedTable;
  passed: PassedTable;
  erased: ErasedTable;
  reminder: ReminderTable;
  hall_change: HallChangeTable;
  person_at: PersonAtTable;
}

/** One row: who this province is. */
export interface ProvinceTable {
  one: Generated<boolean>;
  server: string;
  name: string;
  public_key: string;
  /** The demonstration province: desks of the one refuse the other (decision 18). */
  demo: boolean;
  /** New after a restore, so that desks compare and push again what is lacking. */
  epoch: string;
  offline_numbers_temporary: boolean;
  lookup_url: string;
  hotline: string;
  /** What desks send of digitised papers in office hours, at most; 0: as much as goes through. */
  scan_bytes_per_second: Generated<number>;
  /** When it was put back from a copy; null: never. */
  restored_at: Generated<number | null>;
}

export interface OfficeTable {
  id: string;
  kind: OfficeKind;
  name: string;
  short_name: string;
  authority: string;
  place: string;
  code_prefix: string | null;
  parent: string | null;
  phone: string;
  address: string;
  /** JSON of contract/sync.ts: bankSchema. */
  bank: string | null;
  disabled: boolean;
  revision: number;
  /** X25519, raw, base64url. The private half was printed once and is on no machine. */
  recovery_public_key: string | null;
}

export interface CounterTable {
  id: string;
  office: string;
  name: string;
  /** What stands there; decided when the place is made. */
  kind: Generated<MachineKind>;
  use: Generated<PlaceUse>;
  disabled: boolean;
  revision: number;
}

/** People with an account (tài khoản). */
export interface PersonTable {
  id: string;
  login: string;
  name: string;
  role: Role;
  office: string;
  unit: string | null;
  /** JSON list of texts. */
  fields: string;
  position: string;
  salt: string;
  hash: string;
  disabled: boolean;
  revision: number;
  /** Grows with each new password: sessions of the old one end. */
  password_serial: Generated<number>;
  wrong_tries: Generated<number>;
  locked_until: Generated<number>;
}

export interface EnrolmentCodeTable {
  /** SHA-256 of the normalised code, hex. */
  code_hash: string;
  office: string;
  counter: string;
  expires_at: number;
  /** Device that used it; its repeat gets the same answer. */
  device: string | null;
}

export interface LogTable {
  id: string;
  device: string;
  office: string;
  /** Highest seq held; 0 before the first event. */
  head: number;
  head_hash: string;
  /** Last seq believed of a revoked device; null while it is trusted. */
  trusted: number | null;
  /** When its desk began another one; null while it writes here. */
  ended_at: Generated<number | null>;
  /** The last place that its desk says stays in it. */
  ended_seq: Generated<number | null>;
  ended_because: Generated<string | null>;
  /** Epoch in which its desk last said how far it holds logs. */
  compared: Generated<string | null>;
}

export interface NumberGrantTable {
  id: string;
  log: string;
  office: string;
  prefix: string;
  first: number;
  last: number;
  valid_from: string;
  valid_to: string;
}

export interface AggregateTable {
  id: string;
  kind: string;
}

export interface EventTable {
  log: string;
  seq: number;
  id: string;
  device: string;
  aggregate_id: string;
  aggregate: AggregateKind | 'other';
  type: string;
  version: number;
  hash: string;
  /** Canonical JSON: the bytes the hashes are over. NUL and lone surrogates stand in it as escapes. */
  envelope: string;
  body: string | null;
  salt: string | null;
  /** Length of envelope and body, bytes. */
  bytes: number;
  received_at: number;
  /** Stored, but outside every feed and fold. */
  quarantined: boolean;
}

export interface VerdictTable {
  log: string;
  seq: number;
  event_id: string;
  hash: string;
  ending: Exclude<VerdictEnd, 'refused'>;
  reason: string | null;
  book_year: number | null;
  book_number: number | null;
  at: number;
  signature: string;
}

export interface FeedTable {
  office: string;
  number: number;
  log: string;
  seq: number;
}

export interface DossierViewTable {
  id: string;
  fold_version: number;
  state: string;
  receiving_office: string;
  competent_office: string;
  /** Canonical JSON of the view. */
  view: string;
}

export interface DossierCodeTable {
  code: string;
  dossier: string;
  grant_id: string | null;
  date: string;
  number: number;
}

export interface BookTable {
  office: string;
  year: number;
  last: number;
}

export interface BookEntryTable {
  aggregate_id: string;
  office: string;
  year: number;
  number: number;
}

export interface ReferenceTable {
  kind: 'catalogue' | 'calendar';
  version: string;
  /** JSON. */
  content: string;
  imported_at: number;
}

/** Messages to citizens. */
export interface MessageTable {
  /** Stands in the event that asked for it: the key under which it is passed on, however often. */
  id: string;
  dossier: string;
  about: string;
  /** Null once it was sent, and where the dossier has none that takes messages. */
  telephone: string | null;
  text: string;
  created_at: number;
  state: 'waiting' | 'sent' | 'dead';
  attempts: Generated<number>;
  /** Not before; while an instance has it in hand, when it comes up again if that instance dies. */
  next_at: number;
  ended_at: number | null;
  /** Why the last attempt failed. */
  reason: string | null;
}

/** Editions of slip templates. */
export interface SlipEditionTable {
  form: SlipForm;
  number: number;
  /** Null: of the province, for every office. */
  office: string | null;
  /** Date YYYY-MM-DD. */
  valid_from: string;
  /** JSON of contract/slip-template.ts. */
  template: string;
  published_by: string;
  published_at: number;
}

/** Who may hand dossiers in by program (cổng dịch vụ công, bưu chính). */
export interface ApiKeyTable {
  id: string;
  name: string;
  /** Hex SHA-256: the key itself has 256 random bits, and is on no machine of ours. */
  hash: string;
  created_at: number;
  revoked_at: number | null;
}

/** Packets taken in, by the code the portal gave them: each begins one dossier, however often it is sent. */
export interface ImportedTable {
  portal_code: string;
  dossier: string;
  packet_hash: string;
  imported_at: number;
  /** JSON of server/portal/again.ts: what its office was last told of it. Null: its first submission, or what an older release knew. */
  told: string | null;
}

/** Which event names which digitised paper: who may send it, and whose feed lets whom fetch it. */
export interface ScanNamedTable {
  log: string;
  seq: number;
  /** Hex SHA-256 of the plain bytes. */
  hash: string;
  bytes: number;
  /** Office of the log. */
  office: string;
  dossier: string;
}

/** An upload of one device that is under way. */
export interface ScanUploadTable {
  /** Name in the file store, and part of its address. */
  id: string;
  hash: string;
  bytes: number;
  device: string;
  touched_at: number;
}

/** Held whole, its bytes checked. */
export interface ScanFileTable {
  hash: string;
  bytes: number;
  stored_as: string;
  arrived_at: number;
  sent_by: string;
}

/** Who was given a file, written before any byte went out. */
export interface ScanFetchTable {
  hash: string;
  dossier: string;
  device: string;
  office: string;
  /** As the device says: its people are its own to prove. */
  person: string;
  at: number;
  /** The office never had anybody of that id. */
  stranger: Generated<boolean>;
}

/** What a desk last said of itself (contract/desk-report.ts). */
export interface DeskContactTable {
  device: string;
  at: number;
  release: string | null;
  unsent: number | null;
  waiting_s: number | null;
  clock_offset: number | null;
  /** How far it had read its office's feed. */
  feed_number: number;
}
/** Events that were kept apart and that a person let in, one by one. */
export interface ReleaseTable {
  log: string;
  seq: number;
  event_id: string;
  /** Why it had been kept apart. */
  reason: string;
  /** Account, or the name given at the server's command line. */
  by: string;
  because: string;
  at: number;
}

/** Events whose bodies were erased by law, here or before they come here again. */
export interface ErasedTable {
  event_id: string;
  dossier: string;
  /** The event that erased it. */
  erasure: string;
  /** JSON of what stays of it (domain/dossier/erasure.ts); null where nothing does. */
  rest: string | null;
}

/** What the province asked of an office's supervisors, and their answer. */
export interface ReminderTable {
  id: string;
  office: string;
  at: number;
  by_person: string;
  by_name: string;
  /** The series it is about; null: the office as a whole. */
  series: string | null;
  words: string;
  answered_at: number | null;
  answered_by: string | null;
  answered_name: string | null;
  answer: string | null;
}
