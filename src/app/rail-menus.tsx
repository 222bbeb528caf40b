/** The menus at the foot of the rail: language, theme, person. */
import { Check, CircleUser, Languages, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { Button } from 'react-aria-components';
import { signOut } from '../data/session.ts';
import { useLanguage } from '../i18n/language.ts';
import { SCREEN_LANGUAGES } from '../i18n/messages.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useWorkspace } from '../pages/workspace-context.ts';
import { Menu } from '../ui/menu.tsx';
import { switchLanguage } from '../ui/switch-language.ts';
import { setTheme, THEME_CHOICES, type ThemeChoice, useTheme } from '../ui/theme.ts';
import { messages } from './messages.ts';
import { RAIL_ROW, RailName, type RailProps } from './rail-row.tsx';

export function LanguageMenu({ isSlim }: RailProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <Menu
      label={t.language}
      placement="right bottom"
      trigger={
        <Button aria-label={t.languageNow(t.languages[language])} className={RAIL_ROW}>
          <Languages aria-hidden className="size-[18px] shrink-0" />
          <RailName isSlim={isSlim}>{t.languages[language]}</RailName>
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
            onAction: () => void switchLanguage(id),
          })),
        },
      ]}
    />
  );
}

const THEME_ICONS: Record<ThemeChoice, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

export function ThemeMenu({ isSlim }: RailProps) {
  const t = useMessages(messages);
  const theme = useTheme();
  const Icon = THEME_ICONS[theme];
  return (
    <Menu
      label={t.theme}
      placement="right bottom"
      trigger={
        <Button aria-label={t.theme} className={RAIL_ROW}>
          <Icon aria-hidden className="size-[18px] shrink-0" />
          <RailName isSlim={isSlim}>{t.theme}</RailName>
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

export function AccountMenu({ isSlim }: RailProps) {
  const t = useMessages(messages);
  const { person } = useWorkspace();
  return (
    <Menu
      label={t.account(person.email)}
      placement="right bottom"
      trigger={
        <Button aria-label={t.account(person.email)} className={RAIL_ROW}>
          <CircleUser aria-hidden className="size-[18px] shrink-0" />
          <RailName isSlim={isSlim}>{person.email}</RailName>
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
