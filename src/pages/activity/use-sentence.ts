/** An entry of the log as a sentence. Shows nothing itself. */
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ActivityEntry } from '../../publish/workspace-wire.ts';
import type { Facts } from './messages.en.ts';
import { messages } from './messages.ts';

export function useSentence(): (entry: ActivityEntry) => string {
  const t = useMessages(messages);
  const format = useFormat();
  return ({ action, who, email, about, facts }) => {
    // Facts that were erased with a person leave a gap.
    const gap = Object.keys(facts).length === 0 ? '…' : '';
    const text = (name: string) => String(facts[name] ?? gap);
    const role = (name: string) => wordOf(t.roles, text(name));
    const { startedAt } = facts;
    const amount = Number(facts.most ?? 0);
    const filled: Facts = {
      who: who === 'person' ? email : who === 'gone' ? t.gone : t.nobody,
      about: about || t.somebody,
      name: text('name') || wordOf(t.regions, text('region')),
      from: role('from'),
      to: role('to'),
      role: role('role'),
      email: text('email'),
      caller: text('caller'),
      flow: text('flow'),
      version: text('version'),
      number: 'flow' in facts && facts.number == null ? t.browserLink : format.phone(text('number')),
      isRecorded: facts.recording === true,
      words: text('words'),
      information: text('information'),
      calls: text('calls'),
      days: text('days'),
      added: text('added'),
      removed: text('removed'),
      amount: facts.unit === 'dollars' ? format.money(amount, 'USD') : t.minutes(amount),
      when: typeof startedAt === 'string' ? format.dateTime(startedAt) : '',
      count: Number(facts.count ?? 1),
    };
    return t.sentences[action](filled);
  };
}

/** The word for a known name; another name stands for itself. */
function wordOf(words: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}
