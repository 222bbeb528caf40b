/** Which address shows which page. Each is loaded when it is opened. */
import type { ComponentType } from 'react';
import { NotFound } from '../pages/page-failure.tsx';
import { matchRoute, type Params } from '../router/match.ts';
import { Redirect } from '../router/router.tsx';
import { type LaterComponent, laterComponent, onWish } from '../ui/later.ts';

type Page = LaterComponent<object>;

export interface Route {
  readonly path: string;
  readonly Page: ComponentType & Partial<Page>;
  /** The page fills the window, and the rail stays slim. */
  readonly isWide?: true;
}

function page(fetch: () => Promise<ComponentType>): Page {
  return laterComponent(onWish(fetch));
}

/** What a new account sees first; while its questions are answered, the editor is fetched. */
const FirstMinutes = page(async () => {
  const { FirstMinutes: First } = await import('../pages/new-flow/first-minutes.tsx');
  return () => <First onBegin={() => preparePage('/flows/begun')} />;
});

/** For developers, and in no build. */
const devRoutes: Route[] = import.meta.env.DEV
  ? [
      {
        path: '/dev/gallery',
        Page: page(async () => (await import('../pages/dev-gallery/dev-gallery-page.tsx')).DevGalleryPage),
      },
    ]
  : [];

const ROUTES: readonly Route[] = [
  ...devRoutes,
  { path: '/', Page: () => <Redirect to="/flows" /> },
  {
    path: '/flows',
    Page: page(async () => {
      const { FlowsPage } = await import('../pages/flows/flows-page.tsx');
      return () => <FlowsPage First={FirstMinutes} />;
    }),
  },
  {
    path: '/flows/new',
    Page: page(async () => (await import('../pages/new-flow/new-flow-page.tsx')).NewFlowPage),
  },
  {
    path: '/flows/:id',
    isWide: true,
    Page: page(async () => (await import('../pages/flow/flow-page.tsx')).FlowPage),
  },
  {
    path: '/flows/:id/traffic',
    isWide: true,
    Page: page(async () => (await import('../pages/traffic/traffic-page.tsx')).TrafficPage),
  },
  {
    path: '/flows/:id/versions',
    Page: page(async () => (await import('../pages/versions/versions-page.tsx')).VersionsPage),
  },
  {
    path: '/flows/:id/compare',
    isWide: true,
    Page: page(async () => (await import('../pages/versions/compare-page.tsx')).ComparePage),
  },
  { path: '/calls', Page: page(async () => (await import('../pages/calls/calls-page.tsx')).CallsPage) },
  {
    path: '/calls/figures',
    Page: page(async () => (await import('../pages/figures/figures-page.tsx')).FiguresPage),
  },
  {
    path: '/calls/questions',
    Page: page(async () => (await import('../pages/questions/questions-page.tsx')).QuestionsPage),
  },
  {
    path: '/calls/appointments',
    Page: page(async () => (await import('../pages/appointments/appointments-page.tsx')).AppointmentsPage),
  },
  {
    path: '/calls/messages',
    Page: page(async () => (await import('../pages/sent-messages/sent-messages-page.tsx')).SentMessagesPage),
  },
  {
    path: '/calls/:id',
    isWide: true,
    Page: page(async () => (await import('../pages/call/call-page.tsx')).CallPage),
  },
  {
    path: '/numbers',
    Page: page(async () => (await import('../pages/numbers/numbers-page.tsx')).NumbersPage),
  },
  {
    path: '/numbers/new',
    Page: page(async () => (await import('../pages/numbers/add/add-number-page.tsx')).AddNumberPage),
  },
  {
    path: '/numbers/:id',
    Page: page(async () => (await import('../pages/numbers/one/number-page.tsx')).NumberPage),
  },
  {
    path: '/numbers/:id/forward',
    Page: page(async () => (await import('../pages/numbers/forward/forward-page.tsx')).ForwardPage),
  },
  {
    path: '/settings',
    Page: page(async () => (await import('../pages/settings/settings-page.tsx')).SettingsPage),
  },
  {
    path: '/settings/opening-hours',
    Page: page(async () => (await import('../pages/opening-hours/opening-hours-page.tsx')).OpeningHoursPage),
  },
  {
    path: '/settings/privacy',
    Page: page(async () => (await import('../pages/privacy/privacy-page.tsx')).PrivacyPage),
  },
  {
    path: '/settings/connection',
    Page: page(async () => (await import('../pages/connection/connection-page.tsx')).ConnectionPage),
  },
  {
    path: '/settings/people',
    Page: page(async () => (await import('../pages/people/people-page.tsx')).PeoplePage),
  },
  {
    path: '/settings/activity',
    Page: page(async () => (await import('../pages/activity/activity-page.tsx')).ActivityPage),
  },
  {
    path: '/settings/alerts',
    Page: page(async () => (await import('../pages/alerts/alerts-page.tsx')).AlertsPage),
  },
  {
    path: '/settings/spending',
    Page: page(async () => (await import('../pages/spending/spending-page.tsx')).SpendingPage),
  },
  { path: '/help', Page: page(async () => (await import('../pages/help/help-page.tsx')).HelpPage) },
  { path: '/help/call', Page: page(async () => (await import('../pages/help/call-page.tsx')).CallPage) },
  { path: '/help/words', Page: page(async () => (await import('../pages/help/words-page.tsx')).WordsPage) },
  { path: '/help/keys', Page: page(async () => (await import('../pages/help/keys-page.tsx')).KeysPage) },
  {
    path: '/help/software',
    Page: page(async () => (await import('../pages/help/software-page.tsx')).SoftwarePage),
  },
  {
    path: '/help/steps/:kind',
    Page: page(async () => (await import('../pages/help/step-help-page.tsx')).StepHelpPage),
  },
];

const NOWHERE: Route = { path: '*', Page: NotFound };

export function routeAt(pathname: string): { readonly route: Route; readonly params: Params } {
  return matchRoute(ROUTES, pathname) ?? { route: NOWHERE, params: {} };
}

/** Begins to fetch the page of an address, for whoever will show it. */
export function preparePage(pathname: string): void {
  void routeAt(pathname)
    .route.Page.load?.()
    .catch(() => {}); // told when it is shown
}
