/** The README's tables of environment variables, as Markdown. Pure. */
import type { ScreenLanguage } from '../i18n/messages.ts';
import { environmentMessages } from './messages.ts';
import { namesOf, type Part, VARIABLES, type VariableName } from './variables.ts';

const PARTS: readonly Part[] = ['app', 'functions', 'start', 'tests'];

/** Ends without a line break. */
export function environmentTables(language: ScreenLanguage): string {
  const { parts, table } = environmentMessages[language];
  const head = `| ${table.name} | ${table.purpose} | ${table.needed} | ${table.format} |\n| --- | --- | --- | --- |`;
  return PARTS.map((part) => {
    const rows = namesOf(part).map((name) => rowOf(name, language));
    return [`**${parts[part]}**`, '', head, ...rows].join('\n');
  }).join('\n\n');
}

function rowOf(name: VariableName, language: ScreenLanguage): string {
  const { purposes, formats } = environmentMessages[language];
  const { format } = VARIABLES[name];
  return `| \`${name}\` | ${purposes[name]} | ${needOf(name, language)} | ${formats[format].replaceAll('|', '\\|')} |`;
}

function needOf(name: VariableName, language: ScreenLanguage): string {
  const { needs } = environmentMessages[language];
  const { needed, setBy } = VARIABLES[name];
  if (setBy) return needs[setBy];
  if (!needed) return needs.never;
  const list = (names: readonly string[]) =>
    names
      .filter((other) => other !== name)
      .map((other) => `\`${other}\``)
      .join(', ');
  return [
    ...(needed.always ? [needs.always] : []),
    ...(needed.hosted ? [needs.hosted] : []),
    ...(needed.with ? [needs.with(list(needed.with))] : []),
    ...(needed.unless ? [needs.unless(list(needed.unless))] : []),
  ].join(', ');
}
