import type { z } from 'zod';
import {
  deskCalls,
  isCallName,
  type CallError,
  type CallName,
  type DeskCalls,
  type Reply,
} from '../../contract/desk.ts';
import type { Access } from '../../contract/desk/call.ts';
import { ProblemError, type ProblemCode } from '../../contract/problems.ts';
import type { Caller, Log, Shown } from './ports.ts';
import type { DeskSession, Sessions } from './sessions.ts';

/** One use case for each name of the contract; inputs come parsed, the session is known to be allowed. */
export type Handlers = {
  readonly [N in CallName]: (
    input: z.output<DeskCalls[N]['input']>,
    session: DeskSession,
  ) => z.input<DeskCalls[N]['output']> | Promise<z.input<DeskCalls[N]['output']>>;
};

/** The calls that work before the database is open or the machine enrolled. */
const machineCallNames = [
  'status.get',
  'session.get',
  'machine.open',
  'machine.enrol',
  'preferences.get',
  'preferences.set',
] as const satisfies readonly CallName[];
export type MachineHandlers = Pick<Handlers, (typeof machineCallNames)[number]>;
export type OpenedHandlers = Omit<Handlers, keyof MachineHandlers>;

export interface RouterOptions {
  readonly machine: MachineHandlers;
  /** Those of an opened desk; throws DK-03 or DK-05 before. */
  readonly opened: () => OpenedHandlers;
  /** What this machine's page is: one of the waiting room is nobody's desk. */
  readonly screen: () => Shown;
  readonly sessions: Sessions;
  readonly log: Log;
  readonly newId: () => string;
  /** Parses every answer too; on in tests and development, where a wrong answer is ours to mend. */
  readonly checkOutput: boolean;
}

/**
 * The one way into the desk, for both hosts. In this order: our own page's top frame (GN-01), a name of the contract
 * (GN-04), one that the page of the waiting room needs where this machine shows that (GN-06), input that parses (GN-02), signed in (DN-03), unlocked (DN-04), of the right role (DN-05). Never rejects.
 */
export function createRouter(
  options: RouterOptions,
): (caller: Caller, name: string, input: unknown) => Promise<Reply<unknown>> {
  const { machine, opened, screen, sessions, log, newId, checkOutput } = options;

  const refuse = (code: ProblemCode, params: Readonly<Record<string, string>> = {}): Reply<never> => ({
    ok: false,
    error: { code, params, correlationId: newId() },
  });

  async function run<N extends CallName>(name: N, input: unknown, session: DeskSession): Promise<Reply<unknown>> {
    const spec = deskCalls[name];
    const parsed = parsedInput(spec.input, input);
    if (parsed === null) return refuse('GN-02', { where: '' });
    if (!parsed.success) return refuse('GN-02', { where: placeOf(parsed.error) });
    const denied = screen() === 'setUp' && setUpCalls.has(name) ? null : refusal(spec.access, session);
    if (denied !== null) return refuse(denied.code, denied.params);
    // `parsed.data` is the output of this very name's input schema; TypeScript cannot follow the link through the map.
    const handler = { ...machine, ...(name in machine ? {} : opened()) }[name] as (
      input: unknown,
      session: DeskSession,
    ) => unknown;
    const value = await handler(parsed.data, session);
    return { ok: true, value: checkOutput ? spec.output.parse(value) : value };
  }

  return async (caller, name, input) => {
    if (!caller.trusted) return refuse('GN-01');
    if (!isCallName(name)) return refuse('GN-04', { name: name.slice(0, 60) });
    if (!isFor(screen(), name)) return refuse('GN-06');
    try {
      return await run(name, input, sessions.of(caller.session));
    } catch (error) {
      return { ok: false, error: errorOf(error, name, newId(), log) };
    }
  };
}

/** What the pages of kiosk and display call, and what opens their machine after a start. Nobody signs in there. */
const waitingRoomCalls: ReadonlySet<CallName> = new Set([
  'status.get',
  'session.get',
  'screen.get',
  'preferences.get',
  'machine.open',
  'machine.enrol',
  'kiosk.view',
  'kiosk.scan',
  'kiosk.take',
  'kiosk.rate',
  'display.view',
  'voice.list',
  'voice.clip',
  'hall.status',
] satisfies CallName[]);

/** What sets such a machine up. Nobody signs in for it: none of the staff is known there, and the host's code lets it in. */
const setUpCalls: ReadonlySet<CallName> = new Set(['hall.join', 'kiosk.testPrint'] satisfies CallName[]);

function isFor(screen: Shown, name: CallName): boolean {
  switch (screen) {
    case 'desk':
      return true;
    case 'setUp':
      return setUpCalls.has(name) || waitingRoomCalls.has(name);
    case 'kiosk':
    case 'display':
      return waitingRoomCalls.has(name);
  }
}

/** Null: such that the checker itself stumbles over it (a `length` that is no number and cannot become one). */
function parsedInput(schema: z.ZodType, input: unknown): z.ZodSafeParseResult<unknown> | null {
  try {
    return schema.safeParse(input);
  } catch {
    return null;
  }
}

function refusal(access: Access, session: DeskSession): { code: ProblemCode; params?: Record<string, string> } | null {
  if (access === 'anyone') return null;
  if (session.user === null) return { code: 'DN-03' };
  if (access === 'locked') return null;
  if (session.locked) return { code: 'DN-04' };
  return access.includes(session.user.role) ? null : { code: 'DN-05', params: { roles: access.join(', ') } };
}

function errorOf(error: unknown, name: string, correlationId: string, log: Log): CallError {
  if (error instanceof ProblemError) {
    log.warn('call refused', { name, code: error.code, correlationId });
    return { code: error.code, params: error.params, correlationId };
  }
  log.error('call failed', error, { name, correlationId });
  return { code: 'GN-03', params: { id: correlationId.slice(-8) }, correlationId };
}

/** Names the place of the first mistake by its path alone: what was typed never gets into an error or a log. */
function placeOf(error: z.ZodError): string {
  return error.issues[0]?.path.map(String).join('.').slice(0, 120) ?? '';
}
