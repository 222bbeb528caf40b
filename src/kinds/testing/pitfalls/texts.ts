/** Pitfalls 13 to 16, 19, 24, 46: templates, vetoes, and words that must not be spoken. */
import { Liquid } from 'liquidjs';
import { expect } from 'vitest';
import type { FlowDocument } from '../../../flow/document.ts';
import { compileFlow } from '../../registry.ts';
import { drawFlow } from '../play-flow.ts';
import {
  assistantsOf,
  at,
  everything,
  firstTool,
  type Json,
  promptOf,
  type Row,
  textsWhere,
  toolsOf,
} from './row.ts';

const liquid = new Liquid();
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Outputs of a template that name a variable and give it no default. */
function withoutDefault(text: string): boolean {
  return [...text.matchAll(/\{\{(.*?)\}\}/gs)].some(([, inside = '']) => {
    // A constant, or the root of a tool's answer.
    const isConstant = /^\s*["'$]/.test(inside);
    return !isConstant && !/\|\s*default:/.test(inside);
  });
}

const inVeto = (path: string) => path.includes('rejectionPlan');

/** What each veto decides for every outcome that the payload can compute, and before any. */
function vetoResults(squad: Json): { path: string; outcome: string; result: string; isOwn: boolean }[] {
  const places = [...everything(squad)].filter(({ path, key }) => inVeto(path) && key === 'liquid');
  return places.flatMap(({ path, value }) => {
    const text = String(value);
    const known = [...text.matchAll(/(\w+) (==|!=) "([^"]*)"/g)];
    const empty = { path, outcome: '', result: String(liquid.parseAndRenderSync(text, {})), isOwn: false };
    return [
      empty,
      ...known.map(([, variable = '', , outcome = '']) => ({
        path,
        outcome,
        result: String(liquid.parseAndRenderSync(text, { [variable]: outcome })),
        isOwn: true,
      })),
    ];
  });
}

/** Whether several places of the drawing have the sentence: then one of them may well stand in the prompt. */
function isSaidElsewhere(sentence: string, { nodes, anytime }: FlowDocument): boolean {
  const said = lettersOf(sentence.replaceAll(/\| default: "[^"]*"/g, ''));
  const places = [...Object.values(nodes), ...Object.values(anytime)];
  return places.filter((place) => lettersOf(JSON.stringify(place)).includes(said)).length > 1;
}

/** Text without what is put in or pulled apart when it is made into Liquid. */
function lettersOf(text: string): string {
  return text.replaceAll(/[{}%\s]/g, '');
}

export const textRows: readonly Row[] = [
  {
    number: 13,
    name: 'a variable without a default, read aloud as braces or as nothing',
    find: ({ squad }) => textsWhere(squad, (text, path) => !inVeto(path) && withoutDefault(text)),
    damage: (squad) => {
      at(squad, 'members.0.assistant').firstMessage = 'Bonjour {{ name }}';
    },
  },
  {
    number: 14,
    name: 'template marks in a person’s own text, which Vapi would run',
    prove: () => {
      // A product that is no time of day: prompts hold the present one.
      const trap = 'Le produit {{ 7 | times: 7919 }}{% assign x = "oups" %}{{ x }} : voilà.';
      const document = drawFlow('fr', {
        answer: {
          kind: 'answer',
          data: { greeting: trap, disclosure: 'Je suis un assistant automatisé.', assistantName: '' },
          to: { next: 'say' },
        },
        say: { kind: 'say', data: { text: trap, exactly: false }, to: { next: 'wish' } },
        wish: {
          kind: 'understand',
          data: { question: trap, choices: [{ id: 'a', label: 'rendez-vous', examples: [trap] }] },
          to: { a: 'bye', 'something-else': 'bye' },
        },
        bye: { kind: 'hang-up', data: { closing: trap, outcome: '' } },
      });
      const { payload } = compileFlow(document, { mode: 'publish' });
      const texts = [...everything(payload)].flatMap(({ value }) =>
        typeof value === 'string' ? [value] : [],
      );
      expect(texts.filter((text) => text.includes('times')).length).toBeGreaterThan(2);
      for (const text of texts) expect(liquid.parseAndRenderSync(text)).not.toMatch(/55433|oups : voilà/);
      expect(liquid.parseAndRenderSync(trap), 'the trap is one').toContain('55433oups');
    },
  },
  {
    number: 15,
    name: 'the time of day without a time zone',
    find: ({ squad }) =>
      textsWhere(squad, (text) =>
        [...text.matchAll(/(\S+)\s*\|\s*date:\s*"[^"]*"([^|%}]*)/g)].some(
          ([, subject = '', zone = '']) =>
            /\bnow\b/.test(subject) &&
            !(subject === '"now"' && /^\s*,\s*"[A-Za-z_]+(\/[A-Za-z_]+)*"/.test(zone)),
        ),
      ),
    damage: (squad) => {
      at(squad, 'members.0.assistant').firstMessage = '{{ now | date: "%H:%M" }}';
    },
  },
  {
    number: 16,
    name: 'templates where Vapi renders none: voice, transcriber, values of overrides, summaries',
    find: ({ squad }) =>
      textsWhere(
        squad,
        (text, path) =>
          text.includes('{{') && /\.(voice|transcriber|summaryPlan|variableValues|hooks)\./.test(path),
      ),
    damage: (squad) => {
      at(squad, 'members.0.assistant.voice').voiceId = '{{ voice | default: "fr-FR-DeniseNeural" }}';
    },
  },
  {
    number: 19,
    name: 'a veto turned round, or that renders to more than "true" or "false"',
    find: ({ squad }) => [
      ...vetoResults(squad).flatMap(({ path, result }) => (['true', 'false'].includes(result) ? [] : [path])),
      // A way out that belongs to one outcome must be open under it, or nobody ever leaves by it.
      ...toolsOf(squad, 'handoff').flatMap(({ at: path, tool }) => {
        const own = vetoResults({ tool } as unknown as Json).filter((one) => one.isOwn);
        return own.length > 0 && own.every(({ result }) => result === 'true') ? [path] : [];
      }),
      // Rules that are computed on the way are computed by code tools, and something must be vetoed by each.
      ...toolsOf(squad, 'code').flatMap(({ tool }) =>
        (tool.variableExtractionPlan?.aliases ?? []).flatMap(({ key }) =>
          key.startsWith('rule_') && !JSON.stringify(squad).includes(`${key} `) ? [key] : [],
        ),
      ),
    ],
    damage: (squad) => {
      const veto = [...everything(squad)].find(({ path, key }) => inVeto(path) && key === 'liquid');
      if (!veto) throw new Error('pitfalls: the sample has no veto');
      at(squad, veto.path.replace(/\.liquid$/, '')).liquid = `${String(veto.value)}\n`;
    },
  },
  {
    number: 24,
    name: 'a sentence that a tool speaks standing in the prompt as well: it is said twice',
    find: ({ squad, document }) =>
      toolsOf(squad).flatMap(({ at: path, tool, assistant }) =>
        (tool.messages ?? []).some(
          ({ content }) =>
            content.length > 25 &&
            promptOf(assistant).includes(content) &&
            !isSaidElsewhere(content, document),
        )
          ? [path]
          : [],
      ),
    damage: (squad) => {
      const tool = firstTool(squad, 'endCall');
      tool.messages = [{ type: 'request-start', content: promptOf(assistantsOf(squad)[0]!).slice(0, 200) }];
    },
  },
  {
    number: 46,
    name: 'ids of resources in a prompt, which are read aloud',
    find: ({ squad }) =>
      assistantsOf(squad).flatMap((assistant) => (UUID.test(promptOf(assistant)) ? [assistant.name] : [])),
    damage: (squad) => {
      at(squad, 'members.0.assistant.model.messages.0').content = 'Use 11111111-1111-4111-8111-111111111111.';
    },
  },
];
