/** Everything that surrounds the pages and shows nothing itself. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type createBrowserRouter, RouterProvider } from 'react-router';
import { useLanguage } from '../i18n/language.ts';
import { ToastRegion } from '../ui/toast.tsx';
import { createQueryClient } from './query-client.ts';

export interface ProvidersProps {
  readonly router: ReturnType<typeof createBrowserRouter>;
}

export function Providers({ router }: ProvidersProps) {
  const [queries] = useState(createQueryClient);
  const language = useLanguage();
  return (
    <I18nProvider locale={language === 'fr' ? 'fr-FR' : 'en-GB'}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <ToastRegion />
      </QueryClientProvider>
    </I18nProvider>
  );
}
