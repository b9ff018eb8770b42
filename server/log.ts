import { pino, type Logger } from 'pino';

/**
 * The server's log on standard error, one JSON object a line. No body, no header, no query and no text a person typed
 * goes into it; of an error only its kind.
 */
export function serverLog(level: 'info' | 'warn' | 'silent' = 'info'): Logger {
  return pino(
    {
      level,
      base: null,
      redact: ['req', 'res', 'request', 'reply', '*.headers', '*.body', '*.query', '*.name', '*.password'],
      serializers: { err: kindOf, error: kindOf },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

function kindOf(error: unknown): { kind: string; code: string } {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { kind: error instanceof Error ? error.name : typeof error, code };
}
