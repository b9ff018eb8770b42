import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program of ours in a process of its own, speaking one JSON object a line on its standard output. */
export interface Child {
  readonly process: ChildProcess;
  /** The next line that `wanted` accepts, those already said included. @throws Error when the program ends before it, with what it said */
  line<T>(wanted: (said: unknown) => T | null): Promise<T>;
  /** Resolves with the exit code when the program has ended by itself or by a signal (null). */
  readonly ended: Promise<number | null>;
  /** Ends the program and waits for it. @returns its exit code; null: by the signal */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Characters of what a program says beside its JSON, for the message when it fails. */
const SAID_KEPT = 8000;

/** @param words script and arguments, run by this same Node */
export function startChild(words: readonly string[], env: NodeJS.ProcessEnv): Child {
  const child = spawn(process.execPath, [...words], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  // Its end tells the program that we are gone, however we went.
  child.stdin.on('error', () => {});
  const said: unknown[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  let ended: { readonly code: number | null } | null = null;
  const wake = (): void => [...waiting].forEach((look) => look());

  const note = (text: string): void => void (errors = (errors + text).slice(-SAID_KEPT));
  child.stderr.setEncoding('utf8').on('data', note);
  createInterface({ input: child.stdout }).on('line', (line) => {
    try {
      said.push(JSON.parse(line));
    } catch {
      note(`${line}\n`);
    }
    wake();
  });
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      ended = { code };
      wake();
      resolve(code);
    });
  });

  return {
    process: child,
    ended: exit,
    line: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          for (const one of said) {
            const found = wanted(one);
            if (found === null) continue;
            said.splice(said.indexOf(one), 1);
            waiting.delete(look);
            resolve(found);
            return;
          }
          if (ended === null) return;
          waiting.delete(look);
          reject(new Error(`${words[0] ?? ''} ended with ${ended.code ?? 'a signal'}:\n${errors}`));
        };
        waiting.add(look);
        look();
      }),
    async stop(signal = 'SIGTERM') {
      if (ended === null) child.kill(signal);
      return exit;
    },
  };
}

/** A member of an object that was read from JSON. */
export function textIn(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : null;
}
