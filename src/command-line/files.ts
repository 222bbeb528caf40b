/** Reads flows and scripts from files and templates. What cannot be read is a sentence in the language asked for. */
import { readFileSync } from 'node:fs';
import type { ReadResult } from '../flow/read.ts';
import type { ScreenLanguage } from '../i18n/messages.ts';
import { readFlow } from '../kinds/registry.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import { templates } from '../templates/registry.ts';
import { commandMessages } from './messages.ts';

const TEMPLATE = 'template:';

export function readText(file: string, language: ScreenLanguage): Result<string, string> {
  try {
    return succeed(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail(commandMessages[language].unreadableFile(reasonOf(error)));
  }
}

/** A flow file, or `template:<id>` in the language of the screen. */
export function readFlowFile(file: string, language: ScreenLanguage): Result<ReadResult, string> {
  if (file.startsWith(TEMPLATE)) {
    const template = templates.find(({ id }) => id === file.slice(TEMPLATE.length));
    if (!template) return fail(commandMessages[language].unknownTemplate(templateIds()));
    return succeed({
      document: template.build(language, { name: template.messages[language].place }),
      problems: [],
    });
  }
  const text = readText(file, language);
  if (!text.ok) return text;
  try {
    return succeed(readFlow(JSON.parse(text.value)));
  } catch (error) {
    return fail(commandMessages[language].notJson(reasonOf(error)));
  }
}

/** Lines of a caller: a JSON list of texts, or one line each. */
export function readScript(file: string, language: ScreenLanguage): Result<readonly string[], string> {
  const text = readText(file, language);
  if (!text.ok) return text;
  if (!text.value.trimStart().startsWith('['))
    return succeed(text.value.split(/\r?\n/).filter((line) => line.trim() !== ''));
  try {
    const lines: unknown = JSON.parse(text.value);
    if (Array.isArray(lines) && lines.every((line) => typeof line === 'string')) return succeed(lines);
  } catch {
    // refused below, like any other list
  }
  return fail(commandMessages[language].badScript);
}

export function templateIds(): string {
  return templates.map(({ id }) => id).join(', ');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
