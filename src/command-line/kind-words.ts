/** The words of all kinds, found by their folders as the screen finds them: a new kind needs no line here. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WordsOfKind } from '../flow-words/step-words.ts';
import { defineMessages, type MessageTree, type ScreenLanguage } from '../i18n/messages.ts';

const KINDS = join(import.meta.dirname, '../kinds');

export async function loadKindWords(language: ScreenLanguage): Promise<WordsOfKind> {
  const ids = readdirSync(KINDS).filter((id) => existsSync(join(KINDS, id, 'messages.en.ts')));
  const words = new Map(
    await Promise.all(
      ids.map(async (id) => {
        const { en } = await load<{ en: MessageTree }>(id, 'en');
        const { fr } = await load<{ fr: MessageTree }>(id, 'fr');
        return [id, defineMessages(en, fr)[language]] as const;
      }),
    ),
  );
  return (kind) => words.get(kind);
}

function load<Module>(id: string, language: ScreenLanguage): Promise<Module> {
  const file = join(KINDS, id, `messages.${language}.ts`);
  return import(/* @vite-ignore */ pathToFileURL(file).href) as Promise<Module>;
}
