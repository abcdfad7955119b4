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

const session = await compose();
const first = await language;
createRoot(root).render(
  <StrictMode>
    <App session={session} language={first} />
  </StrictMode>,
);
