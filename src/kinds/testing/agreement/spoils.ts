/**
 * Mistakes of a compiler that only a comparison of what is drawn with what is played can show: in French prompts, in what is
 * spoken and stored by tools, and in published builds alone. Knows payloads, no drawing.
 */
import type { Payload } from '../../../flow/compile/compile.ts';
import { squadOf } from '../mutations.ts';
import { assistantsOf, type Json } from '../pitfalls/row.ts';

export interface Spoil {
  readonly name: string;
  /** Only the published build is spoilt. */
  readonly published?: true;
  /** Spoils the payload it is given, which is the caller's own copy; false when there is no place for it. */
  spoil(payload: Payload): boolean;
}

type Replacement = string | ((...parts: string[]) => string);

function membersOf(payload: Payload): Json[] {
  return assistantsOf(squadOf(payload)) as unknown as Json[];
}

function messageOf(member: Json): { content: string } {
  return (member.model as { messages: { content: string }[] }).messages[0]!;
}

function toolsOf(member: Json): Json[] {
  return (member.model as { tools: Json[] }).tools;
}

/** Replaces in every prompt. */
function inPrompts(pattern: RegExp, replacement: Replacement): Spoil['spoil'] {
  return (payload) =>
    membersOf(payload)
      .map((member) => {
        const message = messageOf(member);
        const before = message.content;
        message.content = before.replace(pattern, replacement as string);
        return message.content !== before;
      })
      .some(Boolean);
}

/** Replaces in the JSON of every tool whose name or type begins so. */
function inTools(start: string, pattern: RegExp, replacement: Replacement): Spoil['spoil'] {
  return (payload) =>
    membersOf(payload)
      .flatMap((member) => {
        const tools = toolsOf(member);
        return tools.map((tool, index) => {
          if (![nameOf(tool), tool.type as string].some((name) => name.startsWith(start))) return false;
          const before = JSON.stringify(tool);
          const after = before.replace(pattern, replacement as string);
          tools[index] = JSON.parse(after) as Json;
          return after !== before;
        });
      })
      .some(Boolean);
}

function nameOf(tool: Json): string {
  return ((tool.function as Json | undefined)?.name ?? tool.name ?? tool.type) as string;
}

/** Changes something of every member for which that is possible. */
function inMembers(change: (member: Json, index: number) => boolean): Spoil['spoil'] {
  return (payload) => membersOf(payload).map(change).some(Boolean);
}

function withoutTools(start: string): Spoil['spoil'] {
  return inMembers((member) => {
    const tools = toolsOf(member);
    const kept = tools.filter(
      (tool) => ![nameOf(tool), tool.type as string].some((name) => name.startsWith(start)),
    );
    (member.model as { tools: Json[] }).tools = kept;
    return kept.length < tools.length;
  });
}

const more = (_: string, before: string, step: string) => `${before}${Number(step) + 1}`;

const prompts: readonly Spoil[] = [
  {
    name: 'two choices swapped',
    spoil: inPrompts(
      /^(- (?!résultat)[^\n]* → )([^\n]*)((?:\n {2}[^\n]*)*\n- (?!résultat)[^\n]* → )(?!\2)([^\n]*)$/m,
      '$1$4$3$2',
    ),
  },
  { name: 'a choice left out', spoil: inPrompts(/(Selon la réponse :\n)- [^\n]*\n(?: {2}[^\n]*\n)*/, '$1') },
  {
    name: 'the step after an answer',
    spoil: inPrompts(/(Quand tout est obtenu, passe à l’étape )(\d+)/, more),
  },
  {
    name: 'a refusal taken for an answer',
    spoil: inPrompts(
      /^(Quand tout est obtenu, )([^\n]*)\n(Si la personne ne veut pas répondre, )(?!\2)[^\n]*$/m,
      '$1$2\n$3$2',
    ),
  },
  { name: 'no way out for a refusal', spoil: inPrompts(/^Si la personne ne veut pas répondre[^\n]*\n/m, '') },
  { name: 'an item left out', spoil: inPrompts(/(une à la fois :\n)- [^\n]*\n/, '$1') },
  {
    name: 'an item stored under the name of another',
    spoil: inPrompts(/^- (\w+) : ([^\n]*)\n- (\w+) : /m, '- $3 : $2\n- $1 : '),
  },
  { name: 'nothing read back', spoil: inPrompts(/^Relis-les et fais-les confirmer[^\n]*\n/m, '') },
  {
    name: 'two results swapped',
    spoil: inPrompts(/^(- résultat )(\S+)( → [^\n]*\n- résultat )(\S+)/m, '$1$4$3$2'),
  },
  { name: 'a rule not computed', spoil: inPrompts(/^Appelle l’outil rule_\S+ avec[^\n]*\n/m, '') },
  { name: 'a request not made', spoil: inPrompts(/^Appelle l’outil (?:send|book|connect)_[^\n]*\n/m, '') },
  { name: 'what a result tells left out', spoil: inPrompts(/^Dès lors, [^\n]*\n/m, '') },
  { name: 'what a result tells under another name', spoil: inPrompts(/^(Dès lors, )\w+/m, '$1autre') },
  {
    name: 'what a result tells at another place',
    spoil: inPrompts(/^(Dès lors, \w+ est la valeur de )\S+/m, '$1ailleurs'),
  },
  {
    name: 'a failure taken for a success',
    spoil: inPrompts(
      /^(- tout résultat sans erreur → )([^\n]*)\n((?:Dès lors[^\n]*\n)*)(Si l’outil échoue[^\n]*, )(?!\2)[^\n]*$/m,
      '$1$2\n$3$4$2',
    ),
  },
  {
    name: 'a confirmation left out',
    spoil: inPrompts(/dis exactement «.*» \(entre crochets : des valeurs du résultat\), puis /, ''),
  },
  {
    name: 'words of the step left out',
    spoil: inPrompts(/^Dis, avec tes propres mots : [^\n]*\n/m, 'Dis, avec tes propres mots : Voilà.\n'),
  },
  { name: 'a question not put', spoil: inPrompts(/^Demande : [^\n]*\n/gm, '') },
  {
    name: 'two answers to questions swapped',
    spoil: inPrompts(
      /^( {2}Réponse : )([^\n]*)(\n- Question : [^\n]*\n {2}Réponse : )([^\n]*)$/m,
      '$1$4$3$2',
    ),
  },
  {
    name: 'a person of a transfer dropped',
    spoil: inPrompts(/(\n(?:\{%[^\n]*)?- destination \+\d+(?:[^\n]*)?)\n- destination \+\d+/, '$1'),
  },
  {
    name: 'nobody called',
    spoil: inPrompts(/^Transfère l’appel avec l’outil [^\n]*destination[^\n]*\n/m, ''),
  },
  { name: 'the call not ended', spoil: inPrompts(/^Termine l’appel avec l’outil[^\n]*\n?/m, '') },
  { name: 'fixed words not spoken', spoil: inPrompts(/^Appelle l’outil say_[^\n]*\n/m, '') },
  {
    name: 'fixed words spoken by the model',
    spoil: inPrompts(/^Appelle l’outil say_[^\n]*\n/m, 'Dis, avec tes propres mots : Voilà.\n'),
  },
  { name: 'opening hours turned round', spoil: inPrompts(/(\{% if open_\w+ == )"yes"/, '$1"no"') },
  { name: 'opening hours in another zone', spoil: inPrompts(/"Europe\/Paris"/g, '"Pacific/Auckland"') },
];

const tools: readonly Spoil[] = [
  { name: 'a default forgotten in French', spoil: inTools('', /non précisé/g, 'not given') },
  { name: 'fixed words without their words', spoil: inTools('say_', /("content":")[^"]+"/, '$1"') },
  { name: 'a closing left out', spoil: inTools('endCall', /("content":")[^"]+"/, '$1"') },
  {
    name: 'an announcement of somebody else',
    spoil: inTools('transferCall', /("message":")[^"]+"/, '$1Ne quittez pas."'),
  },
  { name: 'another number called', spoil: inTools('transferCall', /("number":"\+\d+)\d"/g, '$10"') },
  {
    name: 'a stored value under another name',
    spoil: inTools('connect_', /("aliases":\[\{"key":")[^"]*"/, '$1autre"'),
  },
  {
    name: 'a value kept for fixed words under another name',
    spoil: inTools('keep_', /("aliases":\[\{"key":")[^"]*"/, '$1autre"'),
  },
  { name: 'a value kept from another place', spoil: inTools('keep_', /(\{\{\$\.values\.)\w+/, '$1autre') },
  {
    name: 'what is said while waiting left out',
    spoil: inTools('connect_', /("type":"request-start","content":")[^"]+"/, '$1"'),
  },
  {
    name: 'a calendar that says nothing',
    spoil: inTools('book_', /("type":"request-start","content":")[^"]+"/, '$1"'),
  },
  {
    name: 'the veto of a way out turned round',
    spoil: inTools('handoff', /%\}(true|false)\{% else %\}(true|false)\{/, '%}$2{% else %}$1{'),
  },
  {
    name: 'consent taken for given',
    spoil: inTools(
      'consent_',
      /"agreed":"not-agreed"|\?\\"agreed\\":\\"not-agreed\\"/,
      '?\\"agreed\\":\\"agreed\\"',
    ),
  },
  {
    name: 'consent and its refusal mixed up',
    spoil: inTools('consent_', /\?\\"agreed\\":\\"not-agreed\\"/, '?\\"not-agreed\\":\\"agreed\\"'),
  },
];

const published: readonly Spoil[] = [
  { name: 'everybody recorded', spoil: inMembers((member) => record(member, true)) },
  { name: 'nobody recorded', spoil: inMembers((member) => record(member, false)) },
  {
    name: 'the recorded and the others mixed up',
    spoil: inMembers((member) => record(member, !isRecording(member))),
  },
  { name: 'no greeting', spoil: inMembers((member) => replace(member, 'firstMessage', /^.+$/s, '')) },
  {
    name: 'a greeting without its end',
    spoil: inMembers((member) => replace(member, 'firstMessage', /\s\S+$/, '')),
  },
  { name: 'no tool for fixed words', spoil: withoutTools('say_') },
  { name: 'no rule', spoil: withoutTools('rule_') },
  { name: 'no handoff', spoil: withoutTools('handoff') },
  { name: 'no request', spoil: withoutTools('apiRequest') },
  { name: 'nobody to pass on to', spoil: withoutTools('transferCall') },
  { name: 'no end', spoil: withoutTools('endCall') },
  { name: 'no question', spoil: inPrompts(/^(?:Demande|Ask) ?: [^\n]*\n/gm, '') },
  { name: 'no reading back', spoil: inPrompts(/^(?:Relis-les|Read it back)[^\n]*\n/gm, '') },
  { name: 'the time of another zone', spoil: inPrompts(/"Europe\/Paris"/g, '"Pacific/Auckland"') },
].map((spoil) => ({ ...spoil, name: `published: ${spoil.name}`, published: true as const }));

export const spoils: readonly Spoil[] = [...prompts, ...tools, ...published];

function isRecording(member: Json): boolean {
  return (member.artifactPlan as Json).recordingEnabled === true;
}

function record(member: Json, isOn: boolean): boolean {
  const isChanged = isRecording(member) !== isOn;
  (member.artifactPlan as Json).recordingEnabled = isOn;
  return isChanged;
}

function replace(member: Json, key: string, pattern: RegExp, replacement: string): boolean {
  const before = member[key];
  if (typeof before !== 'string') return false;
  member[key] = before.replace(pattern, replacement);
  return member[key] !== before;
}
