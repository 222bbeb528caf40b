/** Which address shows which page. Each is loaded when it is opened. */
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { NotFound } from '../pages/page-failure.tsx';
import { PageBroken } from './page-broken.tsx';
import { Root } from './root.tsx';

/** `wide`: the page fills the window, and the rail stays slim. */
export interface RouteHandle {
  readonly wide: boolean;
}
const wide: RouteHandle = { wide: true };

/** For developers, and in no build. */
const devRoutes: RouteObject[] = import.meta.env.DEV
  ? [
      {
        path: '/dev/gallery',
        lazy: async () => ({
          Component: (await import('../pages/dev-gallery/dev-gallery-page.tsx')).DevGalleryPage,
        }),
      },
    ]
  : [];

export const routes: RouteObject[] = [
  ...devRoutes,
  {
    path: '/',
    element: <Root />,
    errorElement: <PageBroken />,
    hydrateFallbackElement: <div />,
    children: [
      {
        errorElement: <PageBroken />,
        children: [
          { index: true, element: <Navigate to="/flows" replace /> },
          {
            path: 'flows',
            lazy: async () => ({ Component: (await import('../pages/flows/flows-page.tsx')).FlowsPage }),
          },
          {
            path: 'flows/new',
            lazy: async () => ({
              Component: (await import('../pages/new-flow/new-flow-page.tsx')).NewFlowPage,
            }),
          },
          {
            path: 'flows/:id',
            handle: wide,
            lazy: async () => ({ Component: (await import('../pages/flow/flow-page.tsx')).FlowPage }),
          },
          {
            path: 'calls',
            lazy: async () => ({ Component: (await import('../pages/calls/calls-page.tsx')).CallsPage }),
          },
          {
            path: 'calls/appointments',
            lazy: async () => ({
              Component: (await import('../pages/appointments/appointments-page.tsx')).AppointmentsPage,
            }),
          },
          {
            path: 'calls/messages',
            lazy: async () => ({
              Component: (await import('../pages/sent-messages/sent-messages-page.tsx')).SentMessagesPage,
            }),
          },
          {
            path: 'calls/:id',
            handle: wide,
            lazy: async () => ({ Component: (await import('../pages/call/call-page.tsx')).CallPage }),
          },
          {
            path: 'numbers',
            lazy: async () => ({
              Component: (await import('../pages/numbers/numbers-page.tsx')).NumbersPage,
            }),
          },
          {
            path: 'settings',
            lazy: async () => ({
              Component: (await import('../pages/settings/settings-page.tsx')).SettingsPage,
            }),
          },
          {
            path: 'settings/opening-hours',
            lazy: async () => ({
              Component: (await import('../pages/opening-hours/opening-hours-page.tsx')).OpeningHoursPage,
            }),
          },
          {
            path: 'settings/privacy',
            lazy: async () => ({
              Component: (await import('../pages/privacy/privacy-page.tsx')).PrivacyPage,
            }),
          },
          {
            path: 'settings/connection',
            lazy: async () => ({
              Component: (await import('../pages/connection/connection-page.tsx')).ConnectionPage,
            }),
          },
          {
            path: 'settings/people',
            lazy: async () => ({
              Component: (await import('../pages/people/people-page.tsx')).PeoplePage,
            }),
          },
          {
            path: 'settings/activity',
            lazy: async () => ({
              Component: (await import('../pages/activity/activity-page.tsx')).ActivityPage,
            }),
          },
          {
            path: 'settings/spending',
            lazy: async () => ({
              Component: (await import('../pages/spending/spending-page.tsx')).SpendingPage,
            }),
          },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];

export function createRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(routes);
}
