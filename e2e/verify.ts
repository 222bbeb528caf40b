/**
 * `npm run verify`: every figure that the project promises, as one page of Markdown on stdout; what the commands say meanwhile goes to
 * stderr. `--only WORD` takes the parts whose name has it, `--full` the sizes of the long proofs (hours on two cores), `--list` names the
 * parts and their commands. Fails when a command fails or prints no figure, and when a goal is missed; the end of the page names them.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { PARTS, type Part } from './support/figure-parts.ts';
import { isFigure, isMissed } from './support/figures.ts';

const ROOT = resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    full: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});

interface Outcome {
  readonly status: number;
  readonly figures: readonly string[];
  readonly seconds: number;
}

const environmentOf = (part: Part): Readonly<Record<string, string>> =>
  options.full ? (part.full ?? {}) : {};

const argumentsOf = (part: Part): readonly string[] =>
  options.full ? (part.fullArgs ?? part.args) : part.args;

/** As somebody would type it. */
const typed = (part: Part): string =>
  [
    ...Object.entries(environmentOf(part)).map(([name, value]) => `${name}=${value}`),
    'npx',
    part.program,
    ...argumentsOf(part),
  ].join(' ');

function play(part: Part): Promise<Outcome> {
  const begun = performance.now();
  return new Promise((done) => {
    let output = '';
    const description = join(ROOT, '../shared/vapi/openapi.json');
    const child = spawn(join(ROOT, 'node_modules/.bin', part.program), argumentsOf(part), {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...(existsSync(description) ? { VAPI_OPENAPI: description } : {}),
        ...process.env,
        ...environmentOf(part),
      },
    });
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
      process.stderr.write(chunk);
    });
    child.once('error', (error) => done({ status: 1, figures: [error.message], seconds: 0 }));
    child.once('close', (code) => {
      const figures = output.split('\n').map((line) => stripVTControlCharacters(line).trim());
      done({
        status: code ?? 1,
        figures: [...new Set(figures.filter((line) => isFigure(line)))],
        seconds: (performance.now() - begun) / 1000,
      });
    });
  });
}

const parts = PARTS.filter(({ name }) => name.toLowerCase().includes(options.only.toLowerCase()));
if (parts.length === 0) {
  console.error(
    `No part has “${options.only}” in its name. There are: ${PARTS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}
if (options.list) {
  for (const part of parts) console.log(`${part.name}: ${typed(part)}`);
  process.exit(0);
}

console.log(
  `# Figures\n\n${options.full ? 'Full sizes.' : 'Everyday sizes; `npm run verify -- --full` takes those of the long proofs.'}`,
);
const missed: string[] = [];
const broken: string[] = [];
for (const part of parts) {
  const { status, figures, seconds } = await play(part);
  console.log(`\n## ${part.name}\n\n\`${typed(part)}\` (${seconds.toFixed(0)} s)\n`);
  for (const figure of figures) console.log(`- ${figure}${isMissed(figure) ? ' **missed**' : ''}`);
  missed.push(...figures.filter((figure) => isMissed(figure)).map((figure) => `${part.name}: ${figure}`));
  if (status !== 0) broken.push(`${part.name}: ended with ${status}`);
  else if (figures.length === 0) broken.push(`${part.name}: printed no figure`);
}
console.log(
  `\n## In short\n\n- parts: ${parts.length}, failed: ${broken.length}, goals missed: ${missed.length}`,
);
for (const line of [...broken, ...missed]) console.log(`- ${line}`);
process.exitCode = broken.length + missed.length === 0 ? 0 : 1;
