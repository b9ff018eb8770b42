import { fstatSync } from 'node:fs';
import { serverLog } from './log.ts';
import { listenOptions } from './options.ts';
import { runServer } from './run.ts';

/**
 * Entry of the provincial server. Says one JSON line when it listens: {"listening": "http://127.0.0.1:8443"}.
 * Ends on SIGTERM, SIGINT, SIGHUP, and when the program that started it through a pipe is gone.
 */
async function main(): Promise<void> {
  const log = serverLog();
  const server = await runServer(listenOptions(process.argv.slice(2), process.env), log);
  const end = (): void => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the server did not end cleanly');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  if (startedThroughPipe()) process.stdin.on('end', end).on('error', end).resume();
  process.stdout.write(`${JSON.stringify({ listening: server.url })}\n`);
}

function startedThroughPipe(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isSocket();
  } catch {
    return false;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
