import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program of ours in a process of its own, speaking one JSON object a line on its standard output. */
export interface Child {
  readonly process: ChildProcess;
  /** The next line that `wanted` accepts, those already said included. @throws Error when the program ends before it, with what it said */
  line<T>(wanted: (said: unknown) => T | null): Promise<T>;
  /** Ends the program and waits for it. @returns its exit code; null: by the signal */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** @param words script and arguments, run by this same Node */
export function startChild(words: readonly string[], env: NodeJS.ProcessEnv): Child {
  const child = spawn(process.execPath, [...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: unknown[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  let ended: { readonly code: number | null } | null = null;
  const wake = (): void => [...waiting].forEach((look) => look());

  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  createInterface({ input: child.stdout }).on('line', (line) => {
    try {
      said.push(JSON.parse(line));
    } catch {
      errors += `${line}\n`;
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
