import { useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '../../contract/desk.ts';
import type { Session } from '../../contract/desk/session.ts';
import { useCall, type Task } from './use-call.ts';

type SessionCall =
  | 'session.signIn'
  | 'session.signOut'
  | 'session.unlock'
  | 'session.setPin'
  | 'machine.open'
  | 'machine.enrol';

/** A call that answers with the session: the page has it at once, before the desk says that it changed. */
export function useSessionCall<N extends SessionCall>(name: N): Task<CallInput<N>, Session> {
  const client = useQueryClient();
  const call = useCall(name);
  return {
    ...call,
    run: (input, done) =>
      call.run(input, (session) => {
        client.setQueryData(['desk', 'session.get', {}], session);
        done?.(session);
      }),
  };
}

/** A name outside the form of logins cannot be anybody's; the desk gets it all the same and counts the try. */
export const useSignIn = (): Task<CallInput<'session.signIn'>, Session> => useSessionCall('session.signIn');
