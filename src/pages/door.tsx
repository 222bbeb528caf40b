/** The page around a single card, for whoever is not inside yet: brand, language and theme. */
import { Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { SCREEN_LANGUAGES } from '../i18n/messages.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { switchLanguage } from '../ui/switch-language.ts';
import { setTheme, useTheme } from '../ui/theme.ts';
import { messages } from './messages.ts';

export interface DoorProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Door({ title, children }: DoorProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  useTheme();
  const isDark = document.documentElement.dataset.theme === 'dark';
  return (
    <div className="flex min-h-dvh flex-col bg-canvas bg-[radial-gradient(color-mix(in_oklab,var(--color-ink)_9%,transparent)_1.25px,transparent_1.25px)] [background-size:20px_20px]">
      <title>{`${title} · AlloKoli`}</title>
      <header className="flex items-center justify-end gap-2 p-4">
        <SegmentedControl
          label={t.language}
          segments={SCREEN_LANGUAGES.map((id) => ({ id, label: t.languages[id] }))}
          value={language}
          onChange={(id) => void switchLanguage(id)}
        />
        <IconButton
          label={t.theme}
          icon={isDark ? <Sun /> : <Moon />}
          placement="bottom"
          onPress={() => setTheme(isDark ? 'light' : 'dark')}
        />
      </header>
      <main className="flex flex-1 flex-col items-center justify-center px-4 pt-2 pb-24">
        <div className="mb-7 flex flex-col items-center gap-3 text-center">
          <BrandMark className="size-12" />
          <div>
            <p className="text-lg font-semibold tracking-[-0.01em]">AlloKoli</p>
            <p className="mt-0.5 text-base text-muted">{t.slogan}</p>
          </div>
        </div>
        <div className="w-full max-w-95 rounded-panel border border-line bg-card p-6 shadow-raised sm:p-7">
          {children}
        </div>
      </main>
    </div>
  );
}
