import type { CallInput, CallName, CallOutput, Reply } from '../../contract/desk.ts';
import { textIn } from '../../scripts/child.ts';

/** A tab of the loopback host without a page: speaks to the desk as the page's bridge would. */
export interface Tab {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>>;
}

/**
 * Uses up an address the host gave out.
 * @throws Error when its token opens nothing
 */
export async function openTab(address: string): Promise<Tab> {
  const { origin, hash } = new URL(address);
  const send = (path: string, body: unknown, more: Record<string, string>): Promise<Response> =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      // What a browser says of a same-origin request; Node lets a test say it.
      headers: {
        origin,
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'sec-fetch-dest': 'empty',
        ...more,
      },
      body: JSON.stringify(body),
    });
  const opened = await send('/tab', { token: hash.slice(1) }, {});
  if (!opened.ok) throw new Error(`the address opened nothing: ${opened.status}`);
  const bearer = textIn(await opened.json(), 'bearer') ?? '';
  return {
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>> {
      const response = await send(`/call/${name}`, input, { authorization: `Bearer ${bearer}` });
      // The desk parsed its output by the contract before it answered.
      return (await response.json()) as Reply<CallOutput<N>>;
    },
  };
}
