import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { desk } from '../app/desk-client.ts';
import { HallDialog } from './HallDialog.tsx';

/** A machine of the waiting room before it stands there: somebody signed in pairs it with the hall, and tries its printer. */
export function SetUpScreen(): ReactNode {
  const leave = useMutation({ mutationFn: () => desk('session.signOut', {}) });
  return <HallDialog onClose={() => !leave.isPending && leave.mutate()} />;
}
