/** Requests and answers between a desk and the server, as the simulation carries them. */

export interface Asked {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const methods = ['POST', 'PUT', 'HEAD', 'PATCH'] as const;

/** A request as it goes over the line. */
export function askedOf(url: string, init: RequestInit): Asked {
  const { pathname, search } = new URL(url);
  return {
    method: init.method ?? 'GET',
    target: `${pathname}${search}`,
    // The desk gives a plain object, and a text, bytes or nothing.
    headers: (init.headers ?? {}) as Record<string, string>,
    body: typeof init.body === 'string' || init.body instanceof Uint8Array ? init.body : null,
  };
}

/** What the desk asks with, as the server's library takes it. */
export function methodOf(method: string): 'GET' | (typeof methods)[number] {
  return methods.find((each) => each === method) ?? 'GET';
}

/** The headers of an answer. */
export function textsOf(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
}
