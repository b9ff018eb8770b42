import type { User } from '../../contract/sync.ts';

/** Who sits at one window or tab. Lives in memory alone: a restart asks for the password again. */
export interface DeskSession {
  readonly id: string;
  user: User | null;
  locked: boolean;
  /** Grows with every sign-in and sign-out: what was asked for one person never answers another. */
  turn: number;
  /** Monotonic ms of the last sign of life of the person. */
  activeAt: number;
  /** The province's own session of this person, where the sign-in reached it. */
  online: { readonly token: string; readonly expiresAt: number } | null;
}

export interface Sessions {
  of(id: string): DeskSession;
  all(): DeskSession[];
  forget(id: string): void;
}

export function createSessions(): Sessions {
  const sessions = new Map<string, DeskSession>();
  return {
    of(id) {
      let session = sessions.get(id);
      if (session === undefined) {
        session = { id, user: null, locked: false, turn: 0, activeAt: 0, online: null };
        sessions.set(id, session);
      }
      return session;
    },
    all: () => [...sessions.values()],
    forget: (id) => {
      sessions.delete(id);
    },
  };
}
