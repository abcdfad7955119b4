import type { StoreApi } from 'zustand/vanilla';
import type { Session } from '#session/state.ts';
import { LocaleProvider } from '#ui/kit/locale.tsx';
import type { Language } from '#ui/kit/locale.tsx';
import { SessionProvider } from '#ui/session-context.tsx';
import { Shell } from '#ui/shell/Shell.tsx';

export const App = ({ session, language }: { session: StoreApi<Session>; language: Language }) => (
  <LocaleProvider first={language}>
    <SessionProvider session={session}>
      <Shell />
    </SessionProvider>
  </LocaleProvider>
);
