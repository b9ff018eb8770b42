import { spawn } from 'node:child_process';
import type { PrintChoice, PrinterStatus, PrintOutcome, SlipPage } from './printer.ts';

/** The print commands of CUPS (Linux, macOS), called without a shell. */
export interface SystemPrint {
  print(pdf: Uint8Array, page: SlipPage, choice?: PrintChoice): Promise<PrintOutcome>;
  status(): Promise<PrinterStatus>;
}

export interface SystemPrintOptions {
  readonly platform: NodeJS.Platform;
  /** Names or paths of the commands, for tests. */
  readonly lp?: string;
  readonly lpstat?: string;
  readonly timeoutMs?: number;
}

export function systemPrint(options: SystemPrintOptions): SystemPrint {
  const { platform, lp = 'lp', lpstat = 'lpstat', timeoutMs = 20_000 } = options;
  return {
    async print(pdf, page, choice = {}) {
      if (platform === 'win32') return { kind: 'shown', why: 'on Windows a browser prints only through its dialogue' };
      const answer = await run(lp, lpWords(page, choice), pdf, timeoutMs);
      if (answer === null) return { kind: 'shown', why: 'no lp command' };
      if (answer.code === 0) return { kind: 'printed', printer: /request id is (\S+)-\d+/.exec(answer.out)?.[1] ?? '' };
      if (/no default destination|no destinations added|scheduler is not running/i.test(answer.err)) {
        return { kind: 'shown', why: 'no printer' };
      }
      return { kind: 'failed', reason: firstLine(answer.err) || 'no answer from lp' };
    },
    async status() {
      if (platform === 'win32') return { state: 'unknown', name: null };
      const answer = await run(lpstat, ['-d'], new Uint8Array(), timeoutMs);
      if (answer === null) return { state: 'unknown', name: null };
      const name = /destination: (\S+)/.exec(answer.out)?.[1];
      return name === undefined ? { state: 'none', name: null } : { state: 'ready', name };
    },
  };
}

/** The page is as large as the paper and has its own margins: the printer must not scale it. */
function lpWords(page: SlipPage, { copies = 1, printerName }: PrintChoice): readonly string[] {
  const media = page.heightMm === 210 ? 'A5' : 'A4';
  const to = printerName === undefined ? [] : ['-d', printerName];
  const how = ['-n', String(copies), '-o', `media=${media}`, '-o', 'print-scaling=none', '-o', 'sides=one-sided'];
  return [...to, ...how, '-'];
}

interface Answer {
  /** Null when it was stopped. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** @returns null where there is no such command */
function run(command: string, words: readonly string[], input: Uint8Array, timeoutMs: number): Promise<Answer | null> {
  return new Promise((resolve) => {
    // Answers are read below, so they must come in English.
    const child = spawn(command, words, { env: { ...process.env, LC_ALL: 'C' }, timeout: timeoutMs, stdio: 'pipe' });
    const text = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.err += chunk));
    // A command that ends without reading its input says why in its exit code.
    child.stdin.on('error', () => undefined);
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve({ code, ...text }));
    child.stdin.end(input);
  });
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? '';
}
