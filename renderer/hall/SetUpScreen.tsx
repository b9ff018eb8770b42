import type { ReactNode } from 'react';
import { HallDialog } from './HallDialog.tsx';

/**
 * A machine of the waiting room before it stands there: paired with the hall by the code its host shows, its printer tried.
 * Nobody signs in: none of the staff is known to it.
 */
export function SetUpScreen(): ReactNode {
  return <HallDialog onClose={null} />;
}
