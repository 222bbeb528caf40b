/** The command line: what it prints, what it complains about, how it ends; and that a started process does the same. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFlow } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import { flowCommand } from './flow-command.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'allokoli-flow-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function flow(...args: readonly string[]): Promise<Ended> {
  const printed = { stdout: '', stderr: '' };
  const code = await flowCommand(args, {
    out: (text) => {
      printed.stdout += text;
    },
    err: (text) => {
      printed.stderr += text;
    },
  });
  return { code, stdout: printed.stdout, stderr: printed.stderr.replaceAll('\u00a0', ' ') };
}

/** A process of its own, as people start it. */
function startFlow(...args: readonly string[]): Promise<Ended> {
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [tsx, 'src/command-line/flow.ts', ...args],
      { cwd: ROOT, maxBuffer: 64e6 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, stdout, stderr: stderr.replaceAll('\u00a0', ' ') });
      },
    );
  });
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

// biome-ignore lint/suspicious/noExplicitAny: a test edits drawings and reads answers as JSON
type Anything = any;

/** “Appointment booking” in English, edited. */
function drawn(name: string, edit: (json: Anything) => void = () => undefined): string {
  const json = structuredClone(
    templates.find(({ id }) => id === 'appointment-booking')!.build('en', { name: 'Office' }),
  );
  edit(json);
  return file(name, json);
}

const good = drawn('good.json');
const broken = drawn('broken.json', (json) => {
  json.nodes.desk.data.people[0].number = '';
  delete json.edges['open-otherwise'];
});
const BOTH = [
  ['en', 'error (Pass to reception): There is nobody to call.', '“otherwise” leads nowhere'],
  ['fr', 'erreur (Pass to reception) : Il n’y a personne à appeler.', '« sinon » ne mène nulle part'],
] as const;

describe('check', () => {
  it('finds nothing in the templates, in both languages', async () => {
    for (const language of ['en', 'fr']) {
      const files = templates.map(({ id }) => `template:${id}`);
      const ended = await flow('check', ...files, '--lang', language);
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse(ended.stdout)).toEqual(files.map((name) => ({ file: name, problems: [] })));
    }
  });

  it.each(BOTH)('tells problems as sentences with their codes (%s)', async (language, nobody, nowhere) => {
    const ended = await flow('check', broken, '--lang', language);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(nobody);
    expect(ended.stderr).toContain('[transfer/no-number desk]');
    expect(ended.stderr).toContain(nowhere);
    expect(ended.stderr).toContain('[unwired-exit open]');
    expect(JSON.parse(ended.stdout).problems.length).toBe(ended.stderr.trim().split('\n').length);
  });
});

describe('compile', () => {
  it('prints the payload and the manifest, of a preview too', async () => {
    const [published, preview] = await Promise.all([
      flow('compile', good),
      flow('compile', 'template:restaurant-reservation', '--preview', '--lang', 'fr'),
    ]);
    expect(published.code).toBe(0);
    expect(JSON.parse(published.stdout)).toMatchObject({
      file: good,
      payload: { type: expect.any(String) },
      manifest: { format: 1 },
    });
    expect(JSON.parse(preview.stdout).manifest.progressTool).toEqual(expect.any(String));
    expect(JSON.parse(published.stdout).manifest.progressTool).toBeUndefined();
  });
});

describe('paths', () => {
  it('counts the ways, with words, duration and cost', async () => {
    const ended = await flow('paths', good, '--price', '6');
    const { count, truncated, ways } = JSON.parse(ended.stdout);
    expect([ended.code, truncated, ways.length]).toEqual([0, false, count]);
    expect(ways[0]).toMatchObject({ end: 'end', said: expect.any(Array), seconds: expect.any(Number) });
    expect(ways[0].cost).toBeCloseTo(ways[0].seconds / 10, 4);
  });
});

describe('rehearse', () => {
  const now = ['--now', '2026-11-24T12:15:00+01:00'];

  it('plays a script of lines, and prints where the call went', async () => {
    const easy = templates.find(({ id }) => id === 'appointment-booking')!.callers[0]!.lines.en;
    const answers = await Promise.all([
      flow('rehearse', good, ...now, '--script', file('easy.txt', `${easy.join('\n')}\n\n`)),
      flow('rehearse', good, ...now, '--script', file('easy.json', easy)),
      flow('rehearse', good, ...now, ...easy.flatMap((line) => ['--say', line])),
    ]);
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0]);
    const [first, ...others] = answers.map(({ stdout }) => JSON.parse(stdout));
    expect(others).toEqual([first, first]);
    expect(first).toMatchObject({
      visited: ['answer', 'wish', 'details', 'booked'],
      information: { patient: 'Zoe Smith', reason: expect.any(String) },
      end: 'hung-up',
    });
    expect(first.said[0]).toMatch(/^Hello, Office\. I am the automated assistant\./);
  });

  it('passes the call on while the office is open, and comes back when nobody answers', async () => {
    const [away, back, closed] = await Promise.all([
      flow('rehearse', good, ...now, '--say', 'speak to somebody'),
      flow('rehearse', good, ...now, '--say', 'speak to somebody', '--nobody-answers'),
      flow('rehearse', good, '--now', '2026-11-22T23:30:00+01:00', '--say', 'speak to somebody'),
    ]);
    expect(JSON.parse(away.stdout)).toMatchObject({
      visited: ['answer', 'wish', 'open', 'desk'],
      end: 'transferred',
    });
    expect(JSON.parse(away.stdout).said.at(-1)).toBe('One moment, I am putting you through.');
    expect(JSON.parse(back.stdout)).toMatchObject({
      visited: ['answer', 'wish', 'open', 'desk', 'note'],
      end: null,
    });
    expect(JSON.parse(closed.stdout).visited).toEqual(['answer', 'wish', 'open', 'note']);
  });

  it('refuses a script that is no list of texts', async () => {
    const ended = await flow('rehearse', good, '--script', file('bad.json', '[1, 2]'), '--lang', 'fr');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('liste JSON');
  });
});

describe('import', () => {
  it('prints a flow that the other commands read', async () => {
    const workflow = file('workflow.json', {
      name: 'Front desk',
      nodes: [
        { id: 'hello', type: 'conversation', firstMessage: 'Hello, Martin Practice. How can I help?' },
        { id: 'bye', type: 'endCall', firstMessage: 'Thank you, goodbye.' },
      ],
      edges: [{ from: 'hello', to: 'bye', condition: 'The caller is done' }],
    });
    const imported = await flow('import', workflow);
    expect(imported.code, imported.stderr).toBe(0);
    const document = JSON.parse(imported.stdout);
    expect(readFlow(document).problems).toEqual([]);
    const checked = await flow('check', file('imported.json', imported.stdout));
    expect(checked.code, checked.stderr).toBe(0);
  });

  it('takes our own export, and refuses what it does not know', async () => {
    const [own, strange] = await Promise.all([
      flow('import', good),
      flow('import', file('strange.json', { hello: 1 }), '--lang', 'fr'),
    ]);
    const steps = Object.values<Anything>(JSON.parse(own.stdout).nodes);
    expect(steps.map(({ kind }) => kind)).toContain('understand');
    expect(strange).toMatchObject({ code: 1, stdout: '' });
    expect(strange.stderr).toContain('[import/unknown-format]');
  });
});

describe('diff', () => {
  const after = drawn('after.json', (json) => {
    json.nodes.desk.data.people[0].number = '01 99 00 99 99';
    json.nodes.wish.data.question = 'Yes?';
  });

  it('prints changes and a summary, in both languages', async () => {
    const [en, fr] = await Promise.all([
      flow('diff', good, after),
      flow('diff', good, after, '--lang', 'fr'),
    ]);
    expect([en.code, fr.code]).toEqual([0, 0]);
    const { changes, summary } = JSON.parse(en.stdout);
    expect(changes.map((change: Anything) => change.code)).toEqual(['sentence-changed', 'value-changed']);
    expect(summary).toBe('1 sentence changed. Transfers now go to 01 99 00 99 99.');
    expect(JSON.parse(fr.stdout).summary).toMatch(/^1 phrase modifiée\. .* 01 99 00 99 99\.$/);
  });

  it('wants two files', async () => {
    const ended = await flow('diff', good, '--lang', 'fr');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('deux fichiers');
  });
});

describe('document', () => {
  it('prints Markdown in the language of the screen', async () => {
    const [en, fr] = await Promise.all([flow('document', good), flow('document', good, '--lang', 'fr')]);
    expect([en.code, fr.code]).toEqual([0, 0]);
    expect(en.stdout).toMatch(/^# Office\n\nCalls in English/);
    expect(fr.stdout).toMatch(/^# Office\n\nAppels en anglais/);
    expect(fr.stdout).toContain('→ étape 2, What would you like?');
  });
});

describe('what cannot be done', () => {
  it.each([
    [['paint', good], 'There is no command “paint”.'],
    [['constructor', good], 'There is no command “constructor”.'],
    [[], 'usage: flow <command> FILE…'],
    [['check'], 'Give at least one file.'],
    [['check', good, '--colour'], 'This option cannot be used'],
    [['check', good, '--lang', 'de'], '--lang takes en or fr, not “de”.'],
    [['rehearse', good, '--now', 'soon'], '--now takes an instant'],
    [['paths', good, '--price', 'much'], '--price takes a number'],
    [['check', 'template:none'], 'There is no such template.'],
    [['check', join(folder, 'missing.json')], 'The file cannot be read'],
    [['check', file('text.json', '{ no')], 'This is not JSON'],
    [['document', file('list.json', '[1]')], '[not-a-flow]'],
  ])('%j', async (args, sentence) => {
    const ended = await flow(...args);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(sentence);
  });

  it('a broken file does not keep the others from being told', async () => {
    const ended = await flow('check', join(folder, 'missing.json'), good, '--lang', 'fr');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('Le fichier est illisible');
    expect(JSON.parse(ended.stdout)).toEqual([{ file: good, problems: [] }]);
  });

  it('helps when asked', async () => {
    const ended = await flow('--help', '--lang', 'fr');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('appointment-booking');
  });
});

describe('a process that is started', () => {
  it.each([
    ['good', ['paths', good]],
    ['broken', ['check', broken, '--lang', 'fr']],
    ['refused', ['paint', good]],
  ])('prints and ends as the command does (%s)', async (_, args) => {
    expect(await startFlow(...args)).toEqual(await flow(...args));
  });
});
