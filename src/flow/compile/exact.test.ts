/** The exact pass with a kind of its own: when words are left to the prompt, and how long ones are cut. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { emptyDocument, type FlowDocument } from '../document.ts';
import { createRegistry, defineKind } from '../kind.ts';
import { compile } from './compile.ts';
import { LONGEST_WORDS, piecesOf } from './speaking-tools.ts';

const words = defineKind<'words', { text: string }>({
  id: 'words',
  family: 'speak',
  entry: true,
  schema: z.strictObject({ text: z.string() }),
  create: () => ({ text: '' }),
  exits: () => ['a', 'b'].map((id) => ({ id, role: 'case', because: 'went-on' })),
  sentences: () => [],
  collects: () => [],
  uses: () => [],
  checks: [],
  lower: ({ data }, { text }) => ({
    instruction:
      data.text === ''
        ? {
            do: 'choose',
            question: '?',
            choices: [{ label: 'x', examples: [], to: 'a' }],
            otherwise: 'b',
          }
        : { do: 'say', exact: true, text: text(data.text), to: 'a' },
    tools: [],
  }),
  simulate: () => ({ said: [], result: { type: 'ended', end: 'hung-up' } }),
  examples: {},
});

/** A choice, and behind each sentence the choice again: nothing can be carried along. */
function circles(sentences: number): FlowDocument {
  const nodes: Record<string, unknown> = {};
  const edges: Record<string, unknown> = {};
  const add = (id: string, text: string, to: Readonly<Record<string, string>>) => {
    nodes[id] = { id, kind: 'words', position: { x: 0, y: 0 }, data: { text } };
    for (const [exit, next] of Object.entries(to))
      edges[`${id}-${exit}`] = { id: `${id}-${exit}`, from: id, exit, to: next };
  };
  for (let index = 0; index < sentences; index += 1) {
    add(`c${index}`, '', { a: `s${index}`, b: `c${(index + 1) % sentences}` });
    add(`s${index}`, `Sentence number ${index}.`, { a: `c${index}` });
  }
  return { ...emptyDocument('X', 'en'), nodes, edges } as unknown as FlowDocument;
}

describe('exact pass', () => {
  const compiled = (sentences: number) => {
    const { payload, problems, manifest } = compile(circles(sentences), createRegistry([words]), {
      mode: 'publish',
    });
    const assistant = payload?.type === 'assistant' ? payload.assistant : null;
    return {
      prompt: assistant?.model.messages[0]?.content ?? '',
      speaking: manifest.tools.filter(({ role }) => role === 'speak').length,
      hint: problems.find(({ code }) => code === 'not-word-for-word'),
    };
  };

  it('gives every sentence a tool, and tells when there are more than models take tools', () => {
    const few = compiled(8);
    expect([few.speaking, few.hint]).toEqual([8, undefined]);
    expect(few.prompt).not.toContain('Sentence number');
    const many = compiled(70);
    expect(many.speaking).toBe(64);
    expect(many.hint).toMatchObject({ severity: 'hint', params: { count: 6 } });
    expect(many.prompt.match(/Say exactly: “Sentence number/g)).toHaveLength(6);
  });

  it('cuts long words after a sentence, else between words, never inside Liquid', () => {
    const chip = '{{ name | default: "not given" }}';
    for (const text of [
      'A sentence. '.repeat(300).trim(),
      'word '.repeat(500).trim(),
      `${'x '.repeat(490)}${chip}${' y'.repeat(300)}`,
      'x'.repeat(2500),
    ]) {
      const pieces = piecesOf(text);
      expect(pieces.every((piece) => piece.length > 0 && piece.length <= LONGEST_WORDS)).toBe(true);
      expect(pieces.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      if (text.includes(chip)) expect(pieces.some((piece) => piece.includes(chip))).toBe(true);
    }
    expect(piecesOf('A sentence. '.repeat(300)).every((piece) => piece.endsWith('.'))).toBe(true);
    expect(piecesOf('  ')).toEqual([]);
  });
});
