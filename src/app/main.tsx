import '#ui/kit/tokens.css';
// First: its texts are on their way while the rest of the page's code is evaluated.
import { language } from './language.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { remembered } from '#ui/kit/preferences.ts';
import { App } from './App.tsx';
import { compose } from './compose.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id "root".');

const theme = remembered('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;

/** No top-level await: what is loaded meanwhile imports from the file that this is in, and would wait for it. */
async function start(container: HTMLElement): Promise<void> {
  const [session, first] = await Promise.all([compose(), language]);
  createRoot(container).render(
    <StrictMode>
      <App session={session} language={first} />
    </StrictMode>,
  );
}

void start(root);
