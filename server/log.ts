import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * The server's log on standard error, one JSON object a line. No body, no header, no query and no text a person typed
 * goes into it; of an error only its kind.
 */
export function serverLog(out: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger {
  return pino(
    {
      level: 'info',
      base: null,
      redact: ['req', 'res', 'request', 'reply', '*.headers', '*.body', '*.query', '*.name', '*.password'],
      serializers: { err: kindOf, error: kindOf },
    },
    out,
  );
}

function kindOf(error: unknown): { kind: string; code: string } {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { kind: error instanceof Error ? error.name : typeof error, code };
}
