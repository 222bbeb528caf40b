/** Everything that surrounds the pages and shows nothing itself. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useLanguage } from '../i18n/language.ts';
import type { History } from '../router/history.ts';
import { Router } from '../router/router.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { createQueryClient } from './query-client.ts';
import { Root } from './root.tsx';

export interface ProvidersProps {
  readonly history: History;
}

export function Providers({ history }: ProvidersProps) {
  const [queries] = useState(createQueryClient);
  const language = useLanguage();
  return (
    <I18nProvider locale={language === 'fr' ? 'fr-FR' : 'en-GB'}>
      <QueryClientProvider client={queries}>
        <Router history={history}>
          <PageBoundary>
            <Root />
          </PageBoundary>
        </Router>
        <ToastRegion />
      </QueryClientProvider>
    </I18nProvider>
  );
}
