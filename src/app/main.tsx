/** Where the browser begins: styles, language, theme, then the app. */
import '../data/without-eval.ts';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../i18n/language.ts';
import { createBrowserHistory } from '../router/history.ts';
import { startLoadingLater } from '../ui/later.ts';
import { startTheme } from '../ui/theme.ts';
import { Providers } from './providers.tsx';

startTheme();

// No `await` at the top: words import from this very file, and would wait for it as it waits for them.
void startLanguage().then(() => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element with the id "root".');
  createRoot(root).render(
    <StrictMode>
      <Providers history={createBrowserHistory()} />
    </StrictMode>,
  );
  startLoadingLater();
});
