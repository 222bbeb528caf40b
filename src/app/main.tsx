/** Where the browser begins: styles, language, theme, then the app. */
import '../data/without-eval.ts';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../i18n/language.ts';
import { startTheme } from '../ui/theme.ts';
import { Providers } from './providers.tsx';
import { createRouter } from './routes.tsx';

startLanguage();
startTheme();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <Providers router={createRouter()} />
  </StrictMode>,
);
