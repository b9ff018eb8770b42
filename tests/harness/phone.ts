/** A phone that watches its ticket, without a browser. */
export interface WatchingPhone {
  /** What it was told last that changed the page. */
  last(): Told | null;
  /** The next thing told, or the last, of which `is` holds. */
  until(is: (told: Told) => boolean): Promise<Told>;
  close(): Promise<void>;
}

export interface Told {
  readonly live: boolean;
  readonly at: string;
  readonly stands?: string;
  readonly title?: string;
  readonly texts?: Readonly<Record<string, string>>;
}

/** @throws Error where the stream is refused */
export async function listenTo(url: string): Promise<WatchingPhone> {
  const ending = new AbortController();
  const reply = await fetch(url, { signal: ending.signal });
  if (!reply.ok || reply.body === null) throw new Error(`${url}: ${reply.status}`);
  let page: Told | null = null;
  let newest: Told | null = null;
  const waiting = new Set<() => void>();
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  const reading = (async () => {
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (rest + value).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        if (!part.startsWith('data: ')) continue;
        // Written by the server under test; what it holds is what the tests look at.
        newest = JSON.parse(part.slice(6)) as Told;
        if (newest.texts !== undefined) page = newest;
        waiting.forEach((look) => look());
      }
    }
  })().catch(() => undefined);
  return {
    last: () => page,
    until: (is) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = [newest, page].find((told) => told !== null && is(told)) ?? null;
          if (found === null) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    async close() {
      ending.abort();
      await reading;
    },
  };
}
