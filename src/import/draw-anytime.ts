/**
 * Steps that a file enters from anywhere. What the lane knows goes to the lane; anything else becomes a choice of the
 * first step that asks what the caller wants. The one place that decides this.
 */
import { ANYTIME_WORDS } from '../flow/anytime/speech.ts';
import type { AnytimeRule, NodeId } from '../flow/document.ts';
import { understand } from '../kinds/understand/kind.ts';
import { labelOf, quotedIn } from './condition.ts';
import { choiceId, type Draft } from './draft.ts';
import type { Station } from './station.ts';
import { clip } from './words.ts';

/** Which rule of the lane a condition describes; the first that fits. */
const RULES: readonly (readonly [AnytimeRule, RegExp])[] = [
  [
    'emergency',
    /\b(emergenc\w+|life[- ]threatening|ambulance|911|999|112|chest pain|suicid\w+|urgence|danger)\b|urgences? vitales?/iu,
  ],
  ['angry', /\b(angry|upset|furious|frustrated|irate|colère|énervée?|furieu\w+|mécontent\w*)(?!\p{L})/iu],
  [
    'wants-human',
    /\b(human|real person|live person|someone|somebody|representative|operator|agent|receptionist|staff|manager|advisor|humaine?|conseill\w+|quelqu['’]un|une (?:vraie )?personne|secrétaire|standardiste)(?!\p{L})/iu,
  ],
  [
    'language',
    /\b(another language|other language|different language|speaks? (?:spanish|french|english|german)|autre langue|parle (?:anglais|français|espagnol|allemand))(?!\p{L})/iu,
  ],
];

export function drawAnytime(draft: Draft, station: Station, goTo: NodeId): void {
  const condition = station.anytime ?? '';
  const rule = RULES.find(
    ([name, words]) => draft.alwaysLeadsTo(name) === null && words.test(condition),
  )?.[0];
  if (rule) {
    const label = labelOf(condition);
    // Each alternative on its own: callers say one of them. Then what callers of every line say.
    const own = [...quotedIn(condition), label, ...label.split(/,?\s+(?:or|ou)\s+|,\s+/)];
    const phrases = [...new Set([...own, ...ANYTIME_WORDS[draft.language][rule].phrases])].filter(
      (phrase) => phrase !== '',
    );
    draft.always(rule, {
      enabled: true,
      sentence: '',
      goTo,
      phrases: phrases.map((phrase) => clip(phrase.replaceAll(/\{\{[^{}]*\}\}/g, ''), 120)).slice(0, 20),
    });
    draft.check('at-any-time', { node: goTo }, station.path, condition);
    return;
  }
  const first = draft.nodes().find((node) => (draft.dataOf(understand, node.id)?.choices.length ?? 6) < 6);
  const data = first && draft.dataOf(understand, first.id);
  if (!first || !data) {
    draft.check('at-any-time-unplaced', { node: goTo }, station.path, condition, 'warning');
    return;
  }
  const id = choiceId(
    labelOf(condition),
    new Set([...data.choices.map((choice) => choice.id), 'something-else']),
  );
  const label =
    draft.sentence(labelOf(condition), 120, {}, station.path) || station.title || draft.words.otherwise;
  const isTaken = data.choices.some((choice) => choice.label.toLowerCase() === label.toLowerCase());
  draft.change(understand, first.id, {
    ...data,
    choices: [
      ...data.choices,
      { id, label: isTaken ? `${label} (${data.choices.length + 1})` : label, examples: quotedIn(condition) },
    ],
  });
  draft.link(first.id, id, goTo);
  draft.check(
    'at-any-time-unplaced',
    { node: first.id, field: `choices.${data.choices.length}` },
    station.path,
    condition,
    'warning',
  );
}
