import type { SigningKey } from '../contract/signing.ts';

/** What the server needs from whoever starts it; tests give their own. */

/** The one source of time. Milliseconds since 1970-01-01T00:00Z. */
export interface Clock {
  now(): number;
}

export interface Randomness {
  bytes(count: number): Buffer;
  /** UUIDv7. */
  id(): string;
}

export interface ServerKeys {
  /** Signs verdicts; nonces and sessions are sealed with secrets drawn from it, so every instance accepts the others'. */
  readonly server: SigningKey;
}

export interface DemoUser {
  readonly login: string;
  readonly name: string;
  readonly role: 'officer' | 'unitOfficer' | 'supervisor' | 'administrator' | 'provincialViewer';
  readonly password: string;
}

export interface ServerConfig {
  /** Set in the demonstration province only (decision 18): its banner, and the users whose passwords it shows. */
  readonly demo: { readonly banner: string; readonly users: readonly DemoUser[] } | null;
  /** Whose word on where a request came from counts; none given: a proxy on this machine. */
  readonly proxies?: readonly string[];
  readonly limits: {
    /** Requests a minute of one device. */
    readonly device: number;
    /** Requests a minute of one address: a commune's desks share one. */
    readonly address: number;
    /** Enrolments tried a minute from one address, sign-ins from one device. */
    readonly guesses: number;
    /** Pushes at work at once, courier files and what is written down again after a restore too; one more is told to come back. */
    readonly pushes: number;
    /** The same of one device. It has two batches on the way at most, and a cut one may still be at work beside its repeat. */
    readonly devicePushes: number;
    /** Chunks of digitised papers held at once, each up to 4 MiB and a connection to the database; as many papers are begun at once. */
    readonly chunks: number;
  };
}

export const usualLimits: ServerConfig['limits'] = {
  device: 1200,
  address: 6000,
  guesses: 20,
  pushes: 32,
  devicePushes: 3,
  chunks: 4,
};
