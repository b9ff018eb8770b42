import { connect, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, createSecureContext, TLSSocket } from 'node:tls';
import type { Address } from '../../contract/hall.ts';
import type { Clock } from '../desk/ports.ts';
import { pinOf, type HallKey } from './certificate.ts';

/** The office's own network, as far as the hall needs it. */
export interface Lan {
  /**
   * Sockets that come in, from the moment it answers on: of the hall's machines, or of phones that look at its pages.
   * @throws where the address cannot be used
   */
  listen(
    arrived: (socket: Socket) => void,
    whose?: 'machines' | 'phones',
  ): Promise<{ readonly port: number; close(): Promise<void> }>;
  /** The address it listens at; null: every one of this machine. */
  readonly host: string | null;
  /** A socket on its way; errors come over it. */
  dial(to: Address): Socket;
}

/** The machine's network cards. @param port of the hall's machines, phones have the next one; 0: any free ones */
export function systemLan(host: string, port: number): Lan {
  return {
    host: host === '0.0.0.0' ? null : host,
    listen: (arrived, whose = 'machines') =>
      new Promise((resolve, reject) => {
        const server = createServer(arrived);
        server.once('error', reject);
        server.listen(whose === 'phones' && port !== 0 ? port + 1 : port, host, () => {
          const address = server.address();
          if (address === null || typeof address === 'string') return reject(new Error('no port'));
          resolve({ port: address.port, close: () => new Promise((done) => server.close(() => done())) });
        });
      }),
    // From the address it listens on, so that who is called knows where to call back.
    dial: (to) => connect({ host: to.host, port: to.port, ...(host === '0.0.0.0' ? {} : { localAddress: host }) }),
  };
}

/** A line of the hall, encrypted; whose it is, its pin says. */
export interface Line {
  readonly socket: Duplex;
  /** SHA-256 of the other side's certificate, hex. */
  readonly pin: string;
  /** The other side's address, as seen from here. */
  readonly from: string;
  /** It is known now: it may stay, and takes no stranger's place. */
  welcome(): void;
}

/** How lines between the hall's machines come about: in TLS over the office's network, or in a simulation of it. */
export interface Lines {
  /** Takes lines in, from the moment it answers on. @throws where the address cannot be used */
  serve(opened: (line: Line) => void): Promise<{ readonly port: number; close(): Promise<void> }>;
  /** Opens a line to another machine. @throws Error where nobody answers within `within` ms */
  dial(to: Address, within: number): Promise<Line>;
}

/** Whoever has this machine's key makes its lines. */
export type LinesOf = (key: HallKey) => Lines;

export function tlsLines(lan: Lan, clock: Clock): LinesOf {
  return (key) => ({
    serve: (opened) => serveLines({ lan, key, clock }, opened),
    dial: (to, within) => dialLine({ lan, key, clock }, to, within),
  });
}

/** Before it is known, a machine holds a line no longer, ms. */
export const KNOWN_WITHIN_MS = 5_000;
/** So many may knock at once, and stay unknown. */
const MAX_STRANGERS = 16;
// Certificates are pinned, not vouched for: any is taken and looked at by its hash.
const terms = { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3', requestCert: true, rejectUnauthorized: false } as const;

/** Takes lines in. Who knocks when too many do, or not in TLS, or stays unknown, is let go. */
async function serveLines(
  { lan, key, clock }: { readonly lan: Lan; readonly key: HallKey; readonly clock: Clock },
  opened: (line: Line) => void,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const secureContext = createSecureContext({
    key: key.privateKey,
    cert: key.certificate,
    minVersion: 'TLSv1.3',
    maxVersion: 'TLSv1.3',
  });
  const all = new Set<Socket>();
  const strangers = new Set<Socket>();
  const listening = await lan.listen((raw) => {
    if (strangers.size >= MAX_STRANGERS) return void raw.destroy();
    strangers.add(raw);
    all.add(raw);
    const cancel = clock.after(KNOWN_WITHIN_MS, () => raw.destroy());
    raw.on('close', () => {
      cancel();
      strangers.delete(raw);
      all.delete(raw);
    });
    raw.setNoDelay(true);
    const from = raw.remoteAddress ?? '';
    const socket = new TLSSocket(raw, { isServer: true, secureContext, ...terms });
    socket.on('error', () => raw.destroy());
    socket.once('secure', () => {
      const pin = peerPin(socket);
      if (pin === null) return void raw.destroy();
      opened({
        socket,
        pin,
        from,
        welcome() {
          cancel();
          strangers.delete(raw);
        },
      });
    });
  });
  return {
    port: listening.port,
    async close() {
      all.forEach((socket) => socket.destroy());
      await listening.close();
    },
  };
}

/** Opens a line to another machine. @throws Error where nobody answers within `within` ms, or not in TLS */
function dialLine(
  { lan, key, clock }: { readonly lan: Lan; readonly key: HallKey; readonly clock: Clock },
  to: Address,
  within: number,
): Promise<Line> {
  return new Promise((resolve, reject) => {
    const raw = lan.dial(to);
    raw.setNoDelay(true);
    const give = (error: Error): void => {
      cancel();
      raw.destroy();
      reject(error);
    };
    const cancel = clock.after(within, () => give(new Error('no answer')));
    const socket = connectTls({ socket: raw, key: key.privateKey, cert: key.certificate, ...terms });
    socket.on('error', give);
    raw.on('error', give);
    raw.on('close', () => give(new Error('closed')));
    socket.once('secureConnect', () => {
      const pin = peerPin(socket);
      if (pin === null) return give(new Error('no certificate'));
      cancel();
      resolve({ socket, pin, from: to.host, welcome: () => undefined });
    });
  });
}

function peerPin(socket: TLSSocket): string | null {
  const raw = socket.getPeerX509Certificate()?.raw;
  return raw === undefined ? null : pinOf(raw);
}
