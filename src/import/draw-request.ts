/** Draws a request to another system: its fields, and what happens when it fails. Knows no file format. */
import type { NodeId } from '../flow/document.ts';
import { connect } from '../kinds/connect/kind.ts';
import { answerPath, METHODS } from '../kinds/connect/settings.ts';
import { registry } from '../kinds/registry.ts';
import { say } from '../kinds/say/kind.ts';
import { speaksOfFailure, speaksOfSuccess } from './condition.ts';
import type { Canvas, Chain } from './draw.ts';
import { drawWays } from './draw-ways.ts';
import { firstText } from './foreign.ts';
import type { Request, Way } from './station.ts';
import { plainWanted } from './wanted.ts';
import { clip } from './words.ts';

export function drawRequest(canvas: Canvas, chain: Chain, request: Request): void {
  // Without the kind the file still becomes a drawing, and says what is missing in it.
  if (!registry.has(connect.id)) {
    drawAsSentence(canvas, chain, request);
    return;
  }
  const { draft } = canvas;
  const { station } = chain;
  const node = draft.step(connect, connect.create({ language: draft.language }), canvas.about(chain, true));
  draft.change(connect, node, requestData(canvas, chain, node, request));
  canvas.append(chain, node, ['worked']);
  const { ways } = station;
  const failing = failingWay(ways);
  const others = ways.filter((way) => way !== failing);
  // Nothing that comes of it decides where the call goes on: it goes on all the same.
  const isAllTheSame =
    !failing && request.answers.length === 0 && request.failedSay === '' && others.length > 1;
  if (!isAllTheSame) drawFailure(canvas, chain, node, request, failing?.to ?? null);
  if (failing) {
    const text = failing.condition.type === 'none' ? '' : failing.condition.text;
    draft.check('failure-from-condition', { node, exit: 'problem' }, failing.path, text);
  }
  if (request.endsWhenDone && request.doneSay !== '') {
    canvas.end(chain.loose, request.doneSay, station.path);
    return;
  }
  if (request.doneSay !== '') drawSentence(canvas, chain, request.doneSay);
  const only = others.length === 1 && others[0]!.condition.type === 'words' ? others[0]! : null;
  // The one condition that is left says that it worked.
  if (isAllTheSame) {
    chain.loose.push({ node, exit: 'problem' });
    draft.check('goes-on', { node, exit: 'problem' }, station.path);
  }
  if (only) canvas.lead(chain.loose, only.to);
  else drawWays(canvas, chain, others, { isBehind: true });
}

/** The way for when it does not work: in words of its own, or whatever is left beside the one for when it does. */
function failingWay(ways: readonly Way[]): Way | undefined {
  const told = ways.find((way) => speaksOfFailure(way.condition));
  if (told || ways.length !== 2) return told;
  const worked = ways.filter((way) => speaksOfSuccess(way.condition));
  return worked.length === 1 ? ways.find((way) => way !== worked[0]) : undefined;
}

/** What is said when it fails, then the way for failures; without one, on as if it had worked when nothing depends on it. */
function drawFailure(canvas: Canvas, chain: Chain, node: NodeId, request: Request, to: string | null): void {
  const { station } = chain;
  const problem: Chain = { station, entry: node, loose: [{ node, exit: 'problem' }], isTitled: true };
  if (request.failedSay !== '' && (request.endsWhenFailed || to === null)) {
    canvas.end(problem.loose, request.failedSay, station.path);
    return;
  }
  if (request.failedSay !== '') drawSentence(canvas, problem, request.failedSay);
  const free = station.ways.find((way) => way.condition.type === 'none')?.to ?? null;
  const onward = to ?? (request.answers.length === 0 ? free : null);
  if (to === null && onward !== null) canvas.draft.check('goes-on', { node, exit: 'problem' }, station.path);
  canvas.lead(problem.loose, onward);
}

function drawSentence(canvas: Canvas, chain: Chain, text: string): void {
  const { draft } = canvas;
  const node = draft.step(say, { text: '', exactly: true }, canvas.about(chain, false));
  const words = draft.spoken(text, { node, field: 'text' }, chain.station.path);
  draft.change(say, node, { text: words, exactly: true });
  canvas.append(chain, node, ['next']);
}

function drawAsSentence(canvas: Canvas, chain: Chain, request: Request): void {
  const { draft } = canvas;
  const { station } = chain;
  const node = draft.step(say, { text: '', exactly: false }, canvas.about(chain, true));
  const at = { node, field: 'text' };
  const words = draft.spoken(firstText(request.say, station.title, request.url), at, station.path);
  draft.change(say, node, { text: words, exactly: false });
  draft.check('request-as-sentence', at, station.path, request.url, 'warning');
  for (const { wanted } of request.answers) draft.collect(wanted);
  canvas.append(chain, node, ['next']);
  drawWays(canvas, chain, station.ways, {});
}

function requestData(canvas: Canvas, chain: Chain, node: NodeId, request: Request) {
  const { draft } = canvas;
  const { path, title } = chain.station;
  const at = (field: string) => ({ node, field });
  const changed = (field: string, text: string) =>
    draft.check('request-changed', at(field), path, text, 'warning');
  const method = METHODS.find((one) => one === request.method) ?? 'POST';
  if (method !== request.method) changed('method', request.method);
  if (request.changed !== '') changed('timeoutSeconds', request.changed);
  const seconds = Math.round(request.timeoutSeconds);
  const timeoutSeconds = Math.min(30, Math.max(1, seconds));
  if (timeoutSeconds !== seconds) changed('timeoutSeconds', String(request.timeoutSeconds));
  const answers = request.answers.flatMap(({ path: place, wanted }) => {
    if (answerPath(place) !== null && place.length <= 200)
      return [{ path: place, information: draft.collect(wanted) as string }];
    changed('answers', place);
    return [];
  });
  if (answers.length > 20)
    changed(
      'answers',
      answers
        .slice(20)
        .map((answer) => answer.path)
        .join(', '),
    );
  const named = request.headers.filter(
    (header) => header.name.length <= 80 && /^[\w!#$%&'*+.^`|~-]+$/.test(header.name),
  );
  const dropped = request.headers.filter((header) => !named.includes(header));
  if (dropped.length > 0 || named.length > 20)
    changed('headers', [...dropped, ...named.slice(20)].map((header) => header.name).join(', '));
  if (request.body.length > 40)
    changed(
      'body',
      request.body
        .slice(40)
        .map((field) => field.name)
        .join(', '),
    );
  return {
    label: clip(firstText(title, request.url.replace(/^https?:\/\//, ''), draft.words.otherwise), 80),
    method,
    url: draft.sentence(request.url, 2000, at('url'), path),
    headers: named.slice(0, 20).map(({ name, value }, index) => ({
      name,
      value: draft.sentence(value, 1000, at(`headers.${index}.value`), path),
    })),
    body: request.body
      .slice(0, 40)
      .map(({ name, value }, index) => bodyField(canvas, chain, name, value, at(`body.${index}`))),
    answers: answers.slice(0, 20),
    timeoutSeconds,
    say: draft.sentence(request.say, 1000, at('say'), path),
  };
}

/** A lone `{{mark}}` is an information, declared here when nothing else does; anything else is fixed text. */
function bodyField(
  canvas: Canvas,
  chain: Chain,
  name: string,
  value: string,
  at: { node: NodeId; field: string },
) {
  const { draft } = canvas;
  const { path } = chain.station;
  const mark = /^\{\{\s*([^{}|]+?)\s*(?:\|[^{}]*)?\}\}$/.exec(value)?.[1];
  const field = clip(name, 80);
  if (mark === undefined)
    return { name: field, information: '', value: draft.sentence(value, 1000, at, path) };
  if (draft.informationOf(mark) === undefined) draft.check('never-collected', at, path, mark, 'warning');
  return { name: field, information: draft.collect(plainWanted(mark, path)) as string, value: '' };
}
