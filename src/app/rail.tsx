/** The rail at the left: workspace, places, person. Slim (icons with tooltips) unless the window is wide. */
import { Check, ChevronsUpDown, CircleUser, Languages, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button, Link } from 'react-aria-components';
import { useLocation } from 'react-router';
import { signOut } from '../data/session.ts';
import { setLanguage, useLanguage } from '../i18n/language.ts';
import { SCREEN_LANGUAGES } from '../i18n/messages.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useWorkspace } from '../pages/workspace-context.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { classNames } from '../ui/class-names.ts';
import { Menu } from '../ui/menu.tsx';
import { setTheme, THEME_CHOICES, type ThemeChoice, useTheme } from '../ui/theme.ts';
import { TooltipFor } from '../ui/tooltip.tsx';
import { messages } from './messages.ts';
import { isInside, PLACES } from './places.ts';

export interface RailProps {
  readonly isSlim: boolean;
}

const ROW =
  'press-motion flex h-9 w-full min-w-0 cursor-pointer items-center gap-3 rounded-lg px-[11px] text-base font-medium text-muted data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-press';

export function Rail({ isSlim }: RailProps) {
  const t = useMessages(messages);
  const { pathname } = useLocation();
  return (
    <header
      className={classNames(
        'hidden shrink-0 flex-col border-r border-line bg-card px-2 py-3 md:flex',
        isSlim ? 'w-14' : 'w-14 xl:w-52',
      )}
    >
      <WorkspaceName isSlim={isSlim} />
      <nav aria-label={t.navigation} className="mt-5 flex flex-col gap-1">
        {PLACES.map((place) => (
          <RailRow key={place.id} name={t[place.id]} isSlim={isSlim}>
            <Link
              href={place.path}
              aria-label={t[place.id]}
              {...(isInside(place, pathname) ? { 'aria-current': 'page' as const } : {})}
              className={classNames(
                ROW,
                'aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent',
              )}
            >
              <place.Icon aria-hidden className="size-[18px] shrink-0" />
              <Name isSlim={isSlim}>{t[place.id]}</Name>
            </Link>
          </RailRow>
        ))}
      </nav>
      <div className="mt-auto flex flex-col gap-1">
        <LanguageMenu isSlim={isSlim} />
        <ThemeMenu isSlim={isSlim} />
        <AccountMenu isSlim={isSlim} />
      </div>
    </header>
  );
}

function Name({ isSlim, children }: { readonly isSlim: boolean; readonly children: ReactNode }) {
  return <span className={classNames('hidden min-w-0 truncate', !isSlim && 'xl:block')}>{children}</span>;
}

/** A tooltip only where the name is not written. */
function RailRow({ name, isSlim, children }: { name: string; isSlim: boolean; children: ReactElement }) {
  const isNamed = !isSlim && globalThis.matchMedia?.('(min-width: 80rem)').matches;
  if (isNamed) return children;
  return (
    <TooltipFor text={name} placement="right">
      {children}
    </TooltipFor>
  );
}

function WorkspaceName({ isSlim }: RailProps) {
  const t = useMessages(messages);
  const { workspace, workspaces, chooseWorkspace } = useWorkspace();
  const content = (
    <>
      <BrandMark className="size-7" />
      <Name isSlim={isSlim}>
        <span className="font-semibold text-ink">{workspace.name}</span>
      </Name>
    </>
  );
  if (workspaces.length < 2) return <div className="flex h-9 items-center gap-2.5 px-1.5">{content}</div>;
  return (
    <Menu
      label={t.chooseWorkspace}
      placement="bottom start"
      trigger={
        <Button
          aria-label={`${t.workspace}: ${workspace.name}`}
          className="press-motion flex h-9 w-full cursor-pointer items-center gap-2.5 rounded-lg px-1.5 text-left data-hovered:bg-hover"
        >
          {content}
          <ChevronsUpDown
            aria-hidden
            className={classNames('ml-auto hidden size-4 text-muted', !isSlim && 'xl:block')}
          />
        </Button>
      }
      groups={[
        {
          id: 'workspaces',
          title: t.workspace,
          actions: workspaces.map(({ id, name }) => ({
            id,
            label: name,
            icon: <Check className={id === workspace.id ? '' : 'invisible'} />,
            onAction: () => chooseWorkspace(id),
          })),
        },
      ]}
    />
  );
}

function LanguageMenu({ isSlim }: RailProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <Menu
      label={t.language}
      placement="right bottom"
      trigger={
        <Button aria-label={t.language} className={ROW}>
          <Languages aria-hidden className="size-[18px] shrink-0" />
          <Name isSlim={isSlim}>{t.languages[language]}</Name>
        </Button>
      }
      groups={[
        {
          id: 'languages',
          title: t.language,
          actions: SCREEN_LANGUAGES.map((id) => ({
            id,
            label: t.languages[id],
            icon: <Check className={id === language ? '' : 'invisible'} />,
            onAction: () => setLanguage(id),
          })),
        },
      ]}
    />
  );
}

const THEME_ICONS: Record<ThemeChoice, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

function ThemeMenu({ isSlim }: RailProps) {
  const t = useMessages(messages);
  const theme = useTheme();
  const Icon = THEME_ICONS[theme];
  return (
    <Menu
      label={t.theme}
      placement="right bottom"
      trigger={
        <Button aria-label={t.theme} className={ROW}>
          <Icon aria-hidden className="size-[18px] shrink-0" />
          <Name isSlim={isSlim}>{t.theme}</Name>
        </Button>
      }
      groups={[
        {
          id: 'themes',
          title: t.theme,
          actions: THEME_CHOICES.map((id) => ({
            id,
            label: t.themes[id],
            icon: <Check className={id === theme ? '' : 'invisible'} />,
            onAction: () => setTheme(id),
          })),
        },
      ]}
    />
  );
}

function AccountMenu({ isSlim }: RailProps) {
  const t = useMessages(messages);
  const { person } = useWorkspace();
  return (
    <Menu
      label={t.account(person.email)}
      placement="right bottom"
      trigger={
        <Button aria-label={t.account(person.email)} className={ROW}>
          <CircleUser aria-hidden className="size-[18px] shrink-0" />
          <Name isSlim={isSlim}>{person.email}</Name>
        </Button>
      }
      groups={[
        {
          id: 'account',
          title: person.email,
          actions: [{ id: 'sign-out', label: t.signOut, icon: <LogOut />, onAction: () => void signOut() }],
        },
      ]}
    />
  );
}
