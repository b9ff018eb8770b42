import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { typed } from './index.ts';
import { loopbackBridge, type LoopbackPage } from './loopback.ts';

const TOKEN = 'T'.repeat(43);
const BEARER = 'B'.repeat(43);

interface Sent {
  readonly path: string;
  readonly init: RequestInit;
}

/** A tab with a host behind it that knows one token. */
function tab(options: { hash?: string; kept?: string; taken?: boolean } = {}) {
  const kept = new Map(options.kept === undefined ? [] : [['desk.bearer', options.kept]]);
  const sent: Sent[] = [];
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const state = { down: false, known: new Set([BEARER]), streams, sent, kept, hash: options.hash ?? '', token: TOKEN };
  const page: LoopbackPage = {
    location: {
      get hash() {
        return state.hash;
      },
      pathname: '/',
    },
    history: { replaceState: (_state, _title, url) => void (state.hash = String(url).slice(1)) },
    sessionStorage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    navigator: {
      locks: {
        request: ((_name: string, _options: LockOptions, held: () => Promise<never>) =>
          options.taken === true
            ? Promise.reject(new DOMException('', 'TimeoutError'))
            : held()) as LockManager['request'],
      },
    },
    fetch: async (input, init = {}) => {
      if (state.down) throw new TypeError('Failed to fetch');
      const path = typeof input === 'string' ? input : '';
      sent.push({ path, init });
      const known = state.known.has(new Headers(init.headers).get('authorization')?.slice(7) ?? '');
      if (path === '/tab') {
        const given = JSON.parse(typeof init.body === 'string' ? init.body : '').token;
        if (given !== state.token) return Response.json({}, { status: 401 });
        state.token = '';
        return Response.json({ bearer: BEARER });
      }
      if (!known)
        return Response.json({ ok: false, error: { code: 'GN-01', params: {}, correlationId: 'x' } }, { status: 401 });
      if (path === '/topics') {
        return new Response(new ReadableStream<Uint8Array>({ start: (stream) => void streams.push(stream) }));
      }
      return Response.json({ ok: true, value: path });
    },
  };
  return { page, state };
}
const line = (topic: string): Uint8Array => new TextEncoder().encode(`${JSON.stringify({ topic })}\n`);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the token leaves the address, is exchanged once, and every call carries the bearer', async () => {
  const { page, state } = tab({ hash: `#${TOKEN}` });
  const bridge = loopbackBridge(page);
  expect(await bridge.call('status.get', {})).toEqual({ ok: true, value: '/call/status.get' });
  await bridge.call('draft.list', {});
  expect(state.hash).toBe('');
  expect(state.sent.filter(({ path }) => path === '/tab')).toHaveLength(1);
  expect(state.kept.get('desk.bearer')).toBe(BEARER);
});

test('a reload goes on with the bearer of this tab', async () => {
  const { page, state } = tab({ kept: BEARER });
  expect(await loopbackBridge(page).call('status.get', {})).toMatchObject({ ok: true });
  expect(state.sent.map(({ path }) => path)).not.toContain('/tab');
});

test('a copy of the tab lets the bearer go and calls nothing', async () => {
  const { page, state } = tab({ kept: BEARER, taken: true });
  expect(await loopbackBridge(page).call('status.get', {})).toMatchObject({ ok: false, error: { code: 'GN-01' } });
  expect(state.kept.size).toBe(0);
  expect(state.sent).toEqual([]);
});

test.each([undefined, '#', `#${'X'.repeat(43)}`, '#<script>'])('a tab opened with %s calls nothing', async (hash) => {
  const { page, state } = tab(hash === undefined ? {} : { hash });
  expect(await loopbackBridge(page).call('status.get', {})).toMatchObject({ ok: false, error: { code: 'GN-01' } });
  expect(state.sent.filter(({ path }) => path !== '/tab')).toEqual([]);
});

test('a program that is gone is a reply, not an exception', async () => {
  const { page, state } = tab({ kept: BEARER });
  const bridge = typed(loopbackBridge(page));
  await bridge.call('status.get', {});
  state.down = true;
  expect(await bridge.call('status.get', {})).toMatchObject({ ok: false, error: { code: 'GN-05' } });
});

test('topics reach those who asked for them, split lines and heartbeats included', async () => {
  const { page, state } = tab({ kept: BEARER });
  const bridge = loopbackBridge(page);
  const heard: string[] = [];
  bridge.subscribe('drafts', () => heard.push('drafts'));
  const end = bridge.subscribe('status', () => heard.push('status'));
  await vi.waitFor(() => expect(state.streams).toHaveLength(1));
  const bytes = line('drafts');
  state.streams[0]?.enqueue(new TextEncoder().encode('\n'));
  state.streams[0]?.enqueue(bytes.slice(0, 5));
  state.streams[0]?.enqueue(bytes.slice(5));
  state.streams[0]?.enqueue(line('status'));
  await vi.waitFor(() => expect(heard).toEqual(['drafts', 'status']));
  end();
  state.streams[0]?.enqueue(line('status'));
  state.streams[0]?.enqueue(line('drafts'));
  await vi.waitFor(() => expect(heard).toEqual(['drafts', 'status', 'drafts']));
});

test('a broken stream is told, and taken up again by itself', async () => {
  const { page, state } = tab({ kept: BEARER });
  const bridge = loopbackBridge(page);
  const heard = vi.fn<() => void>();
  bridge.subscribe('status', heard);
  await vi.waitFor(() => expect(state.streams).toHaveLength(1));
  state.down = true;
  state.streams[0]?.error(new Error('cut'));
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  await vi.advanceTimersByTimeAsync(20_000);
  state.down = false;
  heard.mockClear();
  await vi.advanceTimersByTimeAsync(5000);
  expect(state.streams).toHaveLength(2);
  expect(heard).toHaveBeenCalled();
});

test('a bearer the host no longer knows ends the stream', async () => {
  const { page, state } = tab({ kept: BEARER });
  state.known.clear();
  loopbackBridge(page);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(state.sent.filter(({ path }) => path === '/topics')).toHaveLength(1);
});
