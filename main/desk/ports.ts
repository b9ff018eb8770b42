import type { Reply, Topic } from '../../contract/desk.ts';
import type { ChunkSizes } from '../../domain/digitise/sending.ts';
import type { StorePoint } from '../store/points.ts';
import type { Lan, LinesOf } from '../hall/lan.ts';
import type { PaperWidth } from '../../renderer/print/thermal/paper.ts';
import type { SlipPrinter } from '../print/printer.ts';
import type { PrinterPlace } from '../print/thermal/links.ts';

/**
 * What the desk needs from whoever hosts it (main/electron, main/browser, tests), and what it gives them.
 * The desk itself is plain Node: it knows neither windows nor browsers.
 */

/** The one source of time. Milliseconds since 1970-01-01T00:00Z by this machine's clock, right or wrong. */
export interface Clock {
  now(): number;
  /** Milliseconds that never jump, for measuring idleness and back-off. */
  monotonic(): number;
  /** Milliseconds this machine has been on, asleep too. Nobody sets it; it begins anew with the machine. */
  upFor(): number;
  /** Calls `fn` once after `ms`. @returns cancels it. */
  after(ms: number, fn: () => void): () => void;
}

/** The operating system's keychain, where there is one (Electron safeStorage). */
export interface Keychain {
  available(): Promise<boolean>;
  encrypt(plain: string): Promise<Uint8Array>;
  decrypt(cipher: Uint8Array): Promise<{ readonly plain: string; readonly shouldReEncrypt: boolean }>;
}

/** HTTP as the sync needs it; Electron's goes through the system's proxy and certificates. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Randomness {
  bytes(count: number): Uint8Array;
  /** [0, 1), for jitter. */
  fraction(): number;
  /** UUIDv7, growing within this process. */
  id(): string;
}

export interface Log {
  info(what: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  warn(what: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  error(what: string, error: unknown, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
}

/** A demonstration province to join by itself, with nothing typed (npm start without a server). */
export interface DemoProvince {
  readonly server: string;
  readonly code: string;
}

export interface WaitingRoom {
  /** The page to show, whatever the hall knows this machine as; null: what the hall knows it as. */
  readonly screen: Screen | null;
  /** Thermal printers, in the order they are tried. */
  readonly ticketPrinters: readonly PrinterPlace[];
  readonly ticketPaper: PaperWidth;
  /** Of a display: it shows calls and says none, beside another in the same room that does. */
  readonly silent?: boolean;
}

/** The desk of a counter, the ticket kiosk (máy lấy số), the waiting room's display (màn hình gọi số). */
export type Screen = 'desk' | 'kiosk' | 'display';
/** What a machine's page is; `setUp`: of the waiting room's, while somebody pairs it with the hall or tries its printer. */
export type Shown = Screen | 'setUp';

export interface DeskOptions {
  readonly host: 'electron' | 'browser';
  /** Folder on a local disk; made when missing. */
  readonly dataDir: string;
  /** Folder with the shipped catalogue/ JSON files. */
  readonly catalogueDir: string;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly keychain: Keychain | null;
  readonly fetch: Fetch;
  readonly printer: SlipPrinter;
  readonly log: Log;
  readonly demo: DemoProvince | null;
  /** The office's own network, where this host lets the desk listen on it; without one it belongs to no hall. */
  readonly lan?: Lan;
  /** Lines between the hall's machines, where they are not TLS over `lan`: the simulation's. */
  readonly hallLines?: LinesOf;
  /** The waiting room, as this machine was started for it. */
  readonly waitingRoom?: WaitingRoom;
  /** Sizes of the chunks digitised papers go in, where they are not the usual ones: the simulation's, whose papers are small. */
  readonly chunks?: ChunkSizes;
  /** Parses every answer against the contract too: tests and development. */
  readonly checkOutput?: boolean;
  /** Told the named moments of each write: the crash proofs kill the process there. */
  readonly passing?: (point: StorePoint) => void;
}

/** Who calls: the host has already judged whether it is our own page's top frame. */
export interface Caller {
  /** One window (Electron) or one tab's bearer (loopback). */
  readonly session: string;
  /** False: refused as GN-01 before anything is read. */
  readonly trusted: boolean;
}

export interface Desk {
  /** Never rejects: whatever goes wrong is in the reply. */
  call(caller: Caller, name: string, input: unknown): Promise<Reply<unknown>>;
  subscribe(listener: (topic: Topic) => void): () => void;
  /** The computer sleeps, its screen locks, or the host says so: every session is locked. */
  lock(): void;
  /** A window or tab is gone: its session ends. */
  forget(session: string): void;
  /** Sends nothing more, finishes the transaction under way, closes files. */
  close(): Promise<void>;
}
