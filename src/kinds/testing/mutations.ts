/**
 * Mistakes that a compiler could make: each spoils one place of a compiled payload as a plausible bug would. For the proof
 * that the tests notice. Knows the payload and its English prompt, no drawing.
 */
import type { Payload } from '../../flow/compile/compile.ts';
import { assistantsOf, type Json } from './pitfalls/row.ts';

export interface Mutation {
  readonly name: string;
  /** Spoils the payload it is given, which is the caller's own copy; false when there is no place for it. */
  mutate(payload: Payload): boolean;
}

/** The payload as a squad; a single assistant stands as a squad of one. The same objects, not copies. */
export function squadOf(payload: Payload): Json {
  const squad = payload.type === 'squad' ? payload.squad : { members: [{ assistant: payload.assistant }] };
  return squad as unknown as Json;
}

function membersOf(payload: Payload): Json[] {
  return assistantsOf(squadOf(payload)) as unknown as Json[];
}

function modelOf(member: Json): { messages: { content: string }[]; tools: Json[] } {
  return member.model as { messages: { content: string }[]; tools: Json[] };
}

function nameOf(tool: Json): string {
  return ((tool.function as Json | undefined)?.name ?? tool.name ?? tool.type) as string;
}

/** Replaces the first match in the steps of the first prompt that changes by it. */
function inSteps(pattern: RegExp, replacement: string | ((...parts: string[]) => string)) {
  return inPrompt(pattern, replacement, '# Steps\n');
}

function inPrompt(pattern: RegExp, replacement: string | ((...parts: string[]) => string), from = '') {
  return (payload: Payload): boolean =>
    membersOf(payload).some((member) => {
      const [message] = modelOf(member).messages;
      if (!message) return false;
      const start = Math.max(0, message.content.indexOf(from));
      const before = message.content.slice(start);
      const after =
        typeof replacement === 'string'
          ? before.replace(pattern, replacement)
          : before.replace(pattern, replacement);
      message.content = message.content.slice(0, start) + after;
      return after !== before;
    });
}

/** Spoils the first tool for which `change` says that it could; `change` sees the other tools of the member too. */
function inTools(change: (tool: Json, tools: Json[]) => boolean) {
  return (payload: Payload): boolean =>
    membersOf(payload).some((member) => {
      const { tools } = modelOf(member);
      return tools.some((tool) => change(tool, tools));
    });
}

/** Replaces in the JSON of the first tool of a type that changes by it. */
function inToolText(type: string, pattern: RegExp, replacement: string) {
  return inTools((tool, tools) => {
    if (tool.type !== type) return false;
    const before = JSON.stringify(tool);
    const after = before.replace(pattern, replacement);
    tools[tools.indexOf(tool)] = JSON.parse(after) as Json;
    return after !== before;
  });
}

function withoutTool(isMeant: (tool: Json) => boolean) {
  return inTools((tool, tools) => isMeant(tool) && tools.splice(tools.indexOf(tool), 1).length > 0);
}

/** Changes something of the first member for which that is possible. */
function inMembers(change: (member: Json, index: number) => boolean) {
  return (payload: Payload): boolean => membersOf(payload).some(change);
}

const isNamed = (start: string) => (tool: Json) => nameOf(tool).startsWith(start);
const isType = (type: string) => (tool: Json) => tool.type === type;
const propertiesOf = (tool: Json) =>
  (((tool.function as Json | undefined)?.parameters ?? tool.body) as Json | undefined)?.properties as
    | Json
    | undefined;
const requiredOf = (tool: Json) =>
  (((tool.function as Json | undefined)?.parameters ?? tool.body) as { required?: string[] } | undefined)
    ?.required;

/** `step N` made another number. */
const nextStep = (_: string, before: string, step: string) => `${before}${Number(step) + 1}`;

const steps: readonly Mutation[] = [
  {
    name: 'two exits of a question swapped',
    mutate: inSteps(/^(- [^\n]* → )([^\n]*)((?:\n {2}[^\n]*)?\n- [^\n]* → )(?!\2)([^\n]*)$/m, '$1$4$3$2'),
  },
  {
    name: 'two results of a rule swapped',
    mutate: inSteps(/^(- result )(\S+)( → [^\n]*\n- result )(\S+)/m, '$1$4$3$2'),
  },
  {
    name: 'two step numbers swapped',
    mutate: inSteps(/^(## Step )(\d+)(\. [\s\S]*?\n## Step )(\d+)/m, '$1$4$3$2'),
  },
  { name: 'the wrong start step', mutate: inSteps(/(Begin with step )(\d+)/, nextStep) },
  {
    name: 'the greeting takes another step for the one it opened',
    mutate: inSteps(/(already opened step )(\d+)/, nextStep),
  },
  {
    name: 'the wrong step after an answer',
    mutate: inSteps(/(everything is obtained, go to step )(\d+)/, nextStep),
  },
  {
    name: 'the wrong step after words',
    mutate: inSteps(/(Then go to step )(\d+)/, nextStep),
  },
  {
    name: 'the wrong step after facts',
    mutate: inSteps(/(no further question, go to step )(\d+)/, nextStep),
  },
  { name: 'no way out for a refusal', mutate: inSteps(/^If the person will not answer[^\n]*\n/m, '') },
  {
    name: 'no way out for what is not understood',
    mutate: inSteps(/^Anything else, or still unclear[^\n]*\n/m, ''),
  },
  { name: 'no way out for a failing tool', mutate: inSteps(/^If the tool fails[^\n]*\n/m, '') },
  { name: 'no way out when nobody answers', mutate: inSteps(/^If nobody can be reached[^\n]*\n?/m, '') },
  {
    name: 'no way out for an unknown question',
    mutate: inSteps(/^If a question still cannot[^\n]*\n?/m, ''),
  },
  { name: 'an item of a question left out', mutate: inSteps(/(one at a time:\n)- [^\n]*\n/, '$1') },
  {
    name: 'a choice left out',
    mutate: inSteps(/(Depending on the answer:\n)- [^\n]*\n(?: {2}[^\n]*\n)?/, '$1'),
  },
  { name: 'the examples of a choice left out', mutate: inSteps(/^ {2}For example: [^\n]*\n/m, '') },
  { name: 'nothing read back', mutate: inSteps(/^Read it back[^\n]*\n/m, '') },
  { name: 'a question not put', mutate: inSteps(/^(## Step [4-9]\. [^\n]*\n)Ask: [^\n]*\n/m, '$1') },
  { name: 'a fact left out', mutate: inSteps(/^- Question: [^\n]*\n {2}Answer: [^\n]*\n/m, '') },
  { name: 'a step left out', mutate: inSteps(/^## Step 3\. [\s\S]*?(?=\n## Step )/m, '') },
  { name: 'a rule not called', mutate: inSteps(/^Call the tool rule_\S+ with: [^\n]*\n/m, '') },
  {
    name: 'a request not made',
    mutate: inSteps(/^Call the tool (send|book|connect)_\S+ with: [^\n]*\n/m, ''),
  },
  { name: 'a result left out', mutate: inSteps(/^- result [^\n]*\n/m, '') },
  { name: 'the call not ended', mutate: inSteps(/^End the call with the tool endCall[^\n]*\n?/m, '') },
  { name: 'the call not passed on', mutate: inSteps(/^Pass the call on with the tool [^\n]*\n/m, '') },
  {
    name: 'two people called in the wrong order',
    mutate: inSteps(/(- destination )(\+\d+)(\n- destination )(\+\d+)/, '$1$4$3$2'),
  },
  { name: 'a transfer number changed', mutate: inSteps(/(destination \+)(\d+)/, '$1$20') },
  { name: 'opening hours turned round', mutate: inSteps(/(\{% if open_\w+ == )"yes"/, '$1"no"') },
  { name: 'opening hours in another time zone', mutate: inSteps(/"Europe\/Paris"/g, '"Pacific/Auckland"') },
  { name: 'a weekday forgotten', mutate: inSteps(/"12(3\d*)" contains/, '"1$1" contains') },
  {
    name: 'the handoff of another way',
    mutate: inSteps(
      /call the tool (go_\w+) at once([\s\S]*?)call the tool (?!\1)(go_\w+) at once/,
      'call the tool $3 at once$2call the tool $1 at once',
    ),
  },
];

const lane: readonly Mutation[] = [
  {
    name: 'the case of the robot question left out',
    mutate: inPrompt(/^- If the person asks whether you are a machine:\n(?: {2}[^\n]*\n)+/m, ''),
  },
  {
    name: 'the case of the wish for somebody left out',
    mutate: inPrompt(/^- If the person wants to speak to a human being:\n(?: {2}[^\n]*\n)+/m, ''),
  },
  {
    name: 'the line of where a case leads left out',
    mutate: inPrompt(/(speak to a human being:\n {2}[^\n]*\n {2}[^\n]*\n) {2}[^\n]*\n/, '$1'),
  },
  {
    name: 'a case leads to the wrong step',
    mutate: inPrompt(/(to speak to somebody\.”\n {2}Then go to step )(\d+)/, nextStep),
  },
  {
    name: 'what a case says left out',
    mutate: inPrompt(/^ {2}Say exactly: “Yes, I am an automated assistant\.”\n/m, ''),
  },
  {
    name: 'all cases valid at any time left out',
    mutate: inPrompt(/^# At any time\n[\s\S]*?(?=^# Steps)/m, ''),
  },
];

const tools: readonly Mutation[] = [
  { name: 'a handoff left out', mutate: withoutTool(isType('handoff')) },
  { name: 'a rule left out', mutate: withoutTool(isNamed('rule_')) },
  { name: 'a spoken sentence left out', mutate: withoutTool(isNamed('say_')) },
  { name: 'a request left out', mutate: withoutTool(isType('apiRequest')) },
  { name: 'the transfer left out', mutate: withoutTool(isType('transferCall')) },
  { name: 'the end of the call left out', mutate: withoutTool(isType('endCall')) },
  { name: 'the note of steps left out', mutate: withoutTool(isNamed('note_step')) },
  {
    name: 'one name for two tools',
    mutate: inTools((tool, all) => {
      const other = all.find((one) => one !== tool && one.function !== undefined);
      if (!tool.function || !other) return false;
      (other.function as Json).name = nameOf(tool);
      return true;
    }),
  },
  {
    name: 'the veto of a way out left out',
    mutate: inTools((tool) => isType('handoff')(tool) && drop(tool, 'rejectionPlan')),
  },
  ...(['apiRequest', 'transferCall', 'endCall'] as const).map((type) => ({
    name: `the veto of ${type} left out`,
    mutate: inTools((tool) => isType(type)(tool) && drop(tool, 'rejectionPlan')),
  })),
  {
    name: 'the veto of a way out turned round',
    mutate: inToolText('handoff', /%\}(true|false)\{% else %\}(true|false)\{/, '%}$2{% else %}$1{'),
  },
  {
    name: 'the veto of a request turned round',
    mutate: inToolText('apiRequest', /%\}(true|false)\{% else %\}(true|false)\{/, '%}$2{% else %}$1{'),
  },
  {
    name: 'the veto of another result',
    mutate: inToolText('handoff', /(\{% if \w+ == \\")[^"]*\\"/, '$1nothing\\"'),
  },
  {
    name: 'a veto about a variable that nothing sets',
    mutate: inToolText('handoff', /\{% if \w+ ==/, '{% if rule =='),
  },
  {
    name: 'a rule with another result',
    mutate: inToolText('code', /(\{outcome:\\")(?!otherwise)[^"]*\\"/, '$1otherwise\\"'),
  },
  {
    name: 'a rule whose default is another result',
    mutate: inToolText(
      'code',
      /(if\(.*return \{outcome:\\")([^"]*)(\\"\};return \{outcome:\\")otherwise/,
      '$1$2$3$2',
    ),
  },
  {
    name: 'a rule that compares the other way',
    mutate: inToolText('code', /(cmp\(args\[[^\]]*\],\\")(?:more-than|is)\\"/, '$1is-not\\"'),
  },
  {
    name: 'a rule that compares with another value',
    mutate: inToolText('code', /(cmp\(args\[[^\]]*\],\\"[a-z-]+\\",\\")[^"]*\\"/, '$1zzz\\"'),
  },
  {
    name: 'a rule that looks at another argument',
    mutate: inToolText('code', /cmp\(args\[[^\]]*\]/, 'cmp(args[\\"other\\"]'),
  },
  {
    name: 'a rule that keeps its result elsewhere',
    mutate: inToolText('code', /("key":")rule_/, '$1other_'),
  },
  {
    name: 'an information left out of the arguments of a rule',
    mutate: inTools((tool) => isNamed('rule_')(tool) && forgetArgument(tool)),
  },
  {
    name: 'an information left out of the arguments of a handoff',
    mutate: inTools((tool) => isType('handoff')(tool) && forgetArgument(tool)),
  },
  {
    name: 'every information left out of every handoff',
    mutate: (payload) =>
      membersOf(payload)
        .flatMap((member) => modelOf(member).tools)
        .filter(isType('handoff'))
        .map((tool) => {
          let isForgotten = false;
          while (forgetArgument(tool)) isForgotten = true;
          return isForgotten;
        })
        .some(Boolean),
  },
  {
    name: 'an information left out of a request',
    mutate: inTools((tool) => isType('apiRequest')(tool) && forgetArgument(tool)),
  },
  {
    name: 'a handoff that offers no destination',
    mutate: inToolText('handoff', /("enum":\[")[^"]*"/, '$1Nobody"'),
  },
  { name: 'a handoff to nobody', mutate: inToolText('handoff', /("assistantName":")[^"]*"/, '$1Nobody"') },
  {
    name: 'a handoff to another member',
    mutate: (payload) => {
      const names = membersOf(payload).map((member) => member.name as string);
      return inTools((tool) => {
        const [to] = (tool.destinations ?? []) as Json[];
        const other = names.slice(1).findLast((name) => name !== to?.assistantName);
        if (tool.type !== 'handoff' || !to || !other) return false;
        to.assistantName = other;
        (propertiesOf(tool)!.destination as Json).enum = [other];
        return true;
      })(payload);
    },
  },
  {
    name: 'a handoff without description',
    mutate: inTools((tool) => isType('handoff')(tool) && drop(tool.function as Json, 'description')),
  },
  {
    name: 'a handoff without messages',
    mutate: inTools((tool) => isType('handoff')(tool) && drop(tool, 'messages')),
  },
  {
    name: 'a rule without messages',
    mutate: inTools((tool) => isType('code')(tool) && drop(tool, 'messages')),
  },
  {
    name: 'an exact sentence without its words',
    mutate: inTools((tool) => isNamed('say_')(tool) && emptyMessages(tool)),
  },
  {
    name: 'an end without its closing',
    mutate: inTools((tool) => isType('endCall')(tool) && emptyMessages(tool)),
  },
  {
    name: 'a transfer without its announcement',
    mutate: inTools(
      (tool) => isType('transferCall')(tool) && drop((tool.destinations as Json[])[0]!, 'message'),
    ),
  },
  {
    name: 'a destination left out of the transfer',
    mutate: inTools(
      (tool) => isType('transferCall')(tool) && ((tool.destinations as Json[]).shift() ?? null) !== null,
    ),
  },
  {
    name: 'a transfer without mode',
    mutate: inToolText('transferCall', /"mode":"[^"]*"/, '"sipVerb":"refer"'),
  },
  {
    name: 'a step that cannot be noted',
    mutate: inTools(
      (tool) =>
        isNamed('note_step')(tool) &&
        ((propertiesOf(tool)!.step as { enum: string[] }).enum.pop() ?? null) !== null,
    ),
  },
  {
    name: 'an answer of another system kept elsewhere',
    mutate: inToolText('apiRequest', /("key":"state","value":"\{\{\$\.)/, '$1other.'),
  },
  {
    name: 'a request to another address',
    mutate: inToolText('apiRequest', /("url":"[^"\\]*\/)[^"/\\]*"/, '$1nowhere"'),
  },
  {
    name: 'a value of a request without default',
    mutate: inToolText('apiRequest', /("value":"[^"]*\{\{ \w+) \| default: [^}]*\}\}/, '$1 }}'),
  },
  { name: 'a request without its credential', mutate: inTools((tool) => drop(tool, 'credentialId')) },
];

const members: readonly Mutation[] = [
  {
    name: 'a first message without the disclosure',
    mutate: inMembers((member) => replaceIn(member, 'firstMessage', /I am [^.]*\.\s*/, '')),
  },
  {
    name: 'a first message without the question that opens',
    mutate: inMembers((member) => replaceIn(member, 'firstMessage', /[^.]*\?$/, '')),
  },
  { name: 'no first message', mutate: inMembers((member) => replaceIn(member, 'firstMessage', /^.+$/s, '')) },
  {
    name: 'a first message that waits',
    mutate: inMembers((member) => replaceIn(member, 'firstMessageMode', /^.+$/, 'assistant-waits-for-user')),
  },
  {
    name: 'a second greeting',
    mutate: inMembers((member, index) => index > 0 && replaceIn(member, 'firstMessage', /^$/, 'Hello.')),
  },
  {
    name: 'one name for two members',
    mutate: (payload) => {
      const [first, second] = membersOf(payload);
      if (!first || !second) return false;
      second.name = first.name;
      return true;
    },
  },
  {
    name: 'a member left out',
    mutate: (payload) =>
      payload.type === 'squad' && ((squadOf(payload).members as Json[]).pop() ?? null) !== null,
  },
  {
    name: 'the wrong member first',
    mutate: (payload) =>
      payload.type === 'squad' && (squadOf(payload).members as Json[]).reverse().length > 1,
  },
  { name: 'a known value without default', mutate: inPrompt(/ \| default: "not known yet"/, '') },
  { name: 'the time without its zone', mutate: inPrompt(/("%Y-%m-%d %H:%M"), "[^"]*"/, '$1') },
  { name: 'no voice', mutate: inMembers((member) => drop(member, 'voice')) },
  {
    name: 'a transcriber of another language',
    mutate: inMembers((member) => replaceIn(member.transcriber as Json, 'language', /^.*$/, 'de')),
  },
];

export const mutations: readonly Mutation[] = [...steps, ...lane, ...tools, ...members];

function drop(object: Json, key: string): boolean {
  const isThere = key in object;
  delete object[key];
  return isThere;
}

function replaceIn(object: Json, key: string, pattern: RegExp, replacement: string): boolean {
  const before = object[key];
  if (typeof before !== 'string') return false;
  object[key] = before.replace(pattern, replacement);
  return object[key] !== before;
}

/** Forgets the first argument that is an information. */
function forgetArgument(tool: Json): boolean {
  const properties = propertiesOf(tool) ?? {};
  const key = Object.keys(properties).find((one) => one !== 'destination');
  if (key === undefined) return false;
  delete properties[key];
  const required = requiredOf(tool);
  const at = required?.indexOf(key) ?? -1;
  if (at >= 0) required!.splice(at, 1);
  return true;
}

function emptyMessages(tool: Json): boolean {
  const spoken = ((tool.messages ?? []) as Json[]).filter(({ content }) => content !== '');
  for (const message of spoken) message.content = '';
  return spoken.length > 0;
}
