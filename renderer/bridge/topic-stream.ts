const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5000;
/** The host sends a line at least every 15 s; a stream silent for longer is dead. */
const SILENCE_MS = 45_000;

/**
 * Reads GET /topics for as long as the page lives, and takes up again when it breaks. `EventSource` would do that by
 * itself but sends no bearer.
 * @param onBroken what may have been missed must be asked for again
 * @returns when the host no longer knows the bearer
 */
export async function followTopics(
  get: typeof fetch,
  bearer: string,
  onTopic: (topic: string) => void,
  onBroken: () => void,
): Promise<void> {
  let wait = FIRST_WAIT_MS;
  for (;;) {
    const silence = new AbortController();
    try {
      const response = await get('/topics', {
        headers: { Authorization: `Bearer ${bearer}` },
        signal: silence.signal,
      });
      if (response.status === 401 || response.status === 403) return onBroken();
      if (response.ok && response.body !== null) {
        // Something may have changed between the last stream's end and this one's beginning.
        if (wait !== FIRST_WAIT_MS) onBroken();
        wait = FIRST_WAIT_MS;
        await readLines(response.body, silence, onTopic);
      }
    } catch {
      // The host is gone or the stream was cut: told below, tried again.
    }
    onBroken();
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

async function readLines(
  body: ReadableStream<Uint8Array>,
  silence: AbortController,
  onTopic: (topic: string) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const timer = setTimeout(() => silence.abort(), SILENCE_MS);
    const { done, value } = await reader.read().finally(() => clearTimeout(timer));
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      const topic = topicOf(line);
      if (topic !== null) onTopic(topic);
    }
  }
}

function topicOf(line: string): string | null {
  if (line === '') return null;
  const value: unknown = JSON.parse(line);
  const topic = typeof value === 'object' && value !== null && 'topic' in value ? value.topic : null;
  return typeof topic === 'string' ? topic : null;
}
