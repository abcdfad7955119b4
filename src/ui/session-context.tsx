/** The session's store, handed down by app/; components pick from it with a selector. */
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { Session, SessionActions } from '#session/state.ts';

const SessionContext = createContext<StoreApi<Session> | null>(null);

export const SessionProvider = ({ session, children }: { session: StoreApi<Session>; children: ReactNode }) => <SessionContext value={session}>{children}</SessionContext>;

/** The store itself, for handlers and for what is drawn frame by frame. */
export function useSessionStore(): StoreApi<Session> {
  const session = use(SessionContext);
  if (!session) throw new Error('no SessionProvider above this component');
  return session;
}

/** Renders again only when what `selector` picks changes (by identity): pick primitives or immutable values. */
export const useSession = <T,>(selector: (session: Session) => T): T => useStore(useSessionStore(), selector);

/** For event handlers: `session.play()`. */
export const useActions = (): SessionActions => useSessionStore().getState();
