/** For each whole-graph check the damage to a sound template that it must find. */
import { templates } from '../../../templates/registry.ts';
import type { FlowDocument } from '../../document.ts';

/** A template's drawing, open to damage. */
export type Loose = {
  nodes: Record<string, { kind: string; title?: string; data: Record<string, unknown> }>;
  edges: Record<string, unknown>;
  information: Record<string, unknown>;
  hours: Record<string, { timeZone: string; week: { from: number; to: number }[][] }>;
  settings: { timeZone: string; recording: boolean; consent: string | null; maximumSeconds: number };
  anytime: Record<string, { enabled: boolean; goTo: string | null; sentence: string }>;
  name: string;
  language: string;
};
/** The French appointment template after the damage. */
export const damaged = (damage: (document: Loose) => void): FlowDocument => {
  const document = JSON.parse(JSON.stringify(templates[0]!.build('fr', { name: 'X' })));
  damage(document);
  return document;
};

/** Leads links elsewhere; `alone` takes the other steps' links away. */
function lead(one: Loose, ways: Readonly<Record<string, string>>, alone = false) {
  const loose = ['wish-book', 'wish-change', 'wish-person', 'details-would-not-say'];
  if (alone) {
    for (const id of loose.slice(0, 3)) (one.edges[id] as { to: string }).to = 'note';
    one.anytime['wants-human']!.goTo = null;
  }
  for (const [id, to] of Object.entries(ways)) (one.edges[id] as { to: string }).to = to;
}

function say(one: Loose, closing: string) {
  one.nodes.noted!.data.closing = closing;
}

/** Recording is on, and this decides: an information, and the question put on the link where it is `asked`. */
function consent(one: Loose, { type = 'yes-no', asked = '', question = 'Enregistrer cet appel ?' }) {
  one.information.agreed = { id: 'agreed', name: 'Accord', type };
  Object.assign(one.settings, { recording: true, consent: 'agreed' });
  if (asked === '') return;
  const link = one.edges[asked] as { to: string };
  const items = [{ ...(one.nodes.note!.data.items as object[])[0], information: 'agreed', optional: false }];
  one.nodes.consent = {
    ...one.nodes.note!,
    id: 'consent',
    data: { ...one.nodes.note!.data, question, items },
  } as never;
  for (const exit of ['got-it', 'would-not-say'])
    one.edges[`consent-${exit}`] = { id: `consent-${exit}`, from: 'consent', exit, to: link.to };
  link.to = 'consent';
}

/** Code, severity, damage. */
export const DAMAGES: readonly (readonly [string, string, (document: Loose) => unknown])[] = [
  ['no-answer', 'error', (one) => delete one.nodes.answer],
  ['several-answers', 'error', (one) => (one.nodes.second = { ...one.nodes.answer!, id: 'second' } as never)],
  ['unknown-kind', 'error', (one) => (one.nodes.noted!.kind = 'hologram')],
  [
    'dangling-link',
    'warning',
    (one) => (one.edges.lost = { id: 'lost', from: 'wish', exit: 'gone', to: 'note' }),
  ],
  ['unreachable-step', 'warning', (one) => delete one.edges['wish-change']],
  ['unwired-exit', 'error', (one) => delete one.edges['details-got-it']],
  [
    'circle-without-listening',
    'error',
    (one) => (one.edges['open-yes'] = { id: 'open-yes', from: 'open', exit: 'yes', to: 'open' }),
  ],
  // Around a question that is not put again, and inside a larger circle that listens.
  [
    'circle-without-listening',
    'error',
    (one) => {
      one.nodes.note!.data.skipKnown = true;
      lead(one, { 'note-got-it': 'open', 'open-otherwise': 'note' });
    },
  ],
  ['circle-without-listening', 'error', (one) => lead(one, { 'open-yes': 'open', 'open-otherwise': 'wish' })],
  ['unknown-information', 'error', (one) => delete one.information.patient],
  ['information-not-collected', 'warning', (one) => (one.nodes.noted!.data.closing = 'Merci {{patient}}.')],
  ['no-end', 'error', (one) => lead(one, { 'note-got-it': 'wish', 'note-would-not-say': 'note' }, true)],
  ['repeats-for-ever', 'warning', (one) => lead(one, { 'note-would-not-say': 'note' })],
  ['choice-without-effect', 'warning', (one) => lead(one, { 'open-yes': 'note', 'open-otherwise': 'note' })],
  ['choice-like-otherwise', 'hint', (one) => lead(one, { 'wish-change': 'note' })],
  ['no-person', 'hint', (one) => (one.nodes.desk!.kind = 'hologram')],
  [
    'no-emergency-rule',
    'warning',
    (one) => {
      one.anytime.emergency!.enabled = false;
      one.name = 'Cabinet médical';
    },
  ],
  ['anytime-target-gone', 'warning', (one) => (one.anytime['wants-human']!.goTo = 'gone')],
  ['anytime-target-gone', 'warning', (one) => (one.anytime['wants-human']!.goTo = 'answer')],
  ['anytime-unreachable', 'warning', (one) => (one.anytime.silence!.goTo = 'note')],
  ['information-unused', 'hint', (one) => (one.information.extra = { id: 'extra', name: 'X', type: 'text' })],
  [
    'same-information-name',
    'warning',
    (one) => (one.information.extra = { id: 'extra', name: ' nom', type: 'text' }),
  ],
  [
    'choices-missing',
    'warning',
    (one) => (one.information.reason = { id: 'reason', name: 'Motif', type: 'choice', choices: ['a', ' '] }),
  ],
  ['secret-in-text', 'warning', (one) => say(one, 'Le mot de passe : Tr0ub4dor&3, merci.')],
  ['secret-in-text', 'warning', (one) => say(one, 'Clé sk_live_abcdefghijklmnop1234')],
  ['secret-in-text', 'warning', (one) => (one.anytime.robot!.sentence = 'api key = 0123456789')],
  ['template-marks', 'warning', (one) => say(one, 'Merci {% if x %}.')],
  ['sentence-too-long', 'hint', (one) => say(one, 'Merci beaucoup. '.repeat(20))],
  ['other-language', 'hint', (one) => say(one, 'Thank you for calling, and have a nice day with the team.')],
  [
    'call-too-long',
    'warning',
    (one) => {
      one.settings.maximumSeconds = 60;
      say(one, 'Merci. '.repeat(140));
    },
  ],
  ['unknown-time-zone', 'error', (one) => (one.settings.timeZone = 'Mars/Base')],
  ['unknown-time-zone', 'error', (one) => (one.hours.office!.timeZone = '')],
  ['hours-never-open', 'warning', (one) => (one.hours.office!.week = [[], [], [], [], [], [], []])],
  ['hours-overlap', 'warning', (one) => one.hours.office!.week[0]!.push({ from: 600, to: 700 })],
  ['hours-overlap', 'warning', (one) => one.hours.office!.week[0]!.push({ from: 1300, to: 1200 })],
  ['same-title', 'hint', (one) => (one.nodes.note!.title = one.nodes.desk!.title!)],
  [
    'too-many-steps',
    'hint',
    (one) => {
      for (let count = 0; count < 60; count += 1) {
        const id = `more${count}`;
        one.nodes[id] = { ...one.nodes.wish!, id, title: id } as never;
        one.edges[id] = { id, from: count ? `more${count - 1}` : 'wish', exit: 'change', to: id };
      }
      delete one.edges['wish-change'];
    },
  ],
  [
    'too-much-text',
    'hint',
    (one) => {
      for (let count = 0; count < 30; count += 1)
        one.nodes[`more${count}`] = {
          kind: 'say',
          id: `more${count}`,
          data: { text: 'Merci. '.repeat(100), exactly: true },
        } as never;
    },
  ],
  ['recording-without-consent', 'error', (one) => (one.settings.recording = true)],
  ['recording-without-consent', 'error', (one) => consent(one, { type: 'text' })],
  ['consent-never-asked', 'error', (one) => consent(one, {})],
  ['consent-not-always-asked', 'warning', (one) => consent(one, { asked: 'wish-book' })],
  ['consent-not-named', 'warning', (one) => consent(one, { asked: 'answer-next', question: 'D’accord ?' })],
  ['unnamed-flow', 'hint', (one) => (one.name = ' ')],
];
