/** Typical edits of the templates, told in both languages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../flow/diff/diff-documents.ts';
import type { FlowDocument } from '../flow/document.ts';
import { SCREEN_LANGUAGES, type ScreenLanguage } from '../i18n/messages.ts';
import { registry } from '../kinds/registry.ts';
import { arbitraryFlow } from '../kinds/testing/arbitrary-flow.ts';
import { templates } from '../templates/registry.ts';
import { changeSentences, summariseChanges } from './sentences.ts';
import { kindWordsIn } from './testing/kind-words.ts';

const seed = Number(process.env.SEED ?? 20261125);
const numRuns = Number(process.env.RUNS ?? 400);

function template(id: string, language: ScreenLanguage): FlowDocument {
  return templates.find((one) => one.id === id)!.build(language, { name: 'Martin' });
}

function tell(before: FlowDocument, after: FlowDocument, language: ScreenLanguage) {
  const changes = diffDocuments(before, after, registry);
  const context = { before, after, registry, language, wordsOf: kindWordsIn(language) };
  return {
    sentences: changeSentences(changes, context).map(visible),
    summary: visible(summariseChanges(changes, context)),
  };
}

/** No-break spaces as ordinary ones. */
function visible(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

interface Edit {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test edits the drawing as JSON
  readonly edit: (json: any) => void;
  readonly summary: Readonly<Record<ScreenLanguage, string>>;
  readonly sentences: Readonly<Record<ScreenLanguage, readonly string[]>>;
}

/** On “Appointment booking”, drawn in the language in which it is told. */
const EDITS: readonly Edit[] = [
  {
    name: 'nothing',
    edit: () => undefined,
    summary: { en: 'Nothing changed.', fr: 'Rien n’a changé.' },
    sentences: { en: [], fr: [] },
  },
  {
    name: 'two sentences, a path for emergencies, another number',
    edit: (json) => {
      json.nodes.answer.data.greeting = 'Allô.';
      json.nodes.wish.data.question = 'Oui ?';
      json.nodes.wish.data.choices.push({ id: 'urgent', label: 'urgence', examples: ['ça saigne'] });
      json.edges.urgent = { id: 'urgent', from: 'wish', exit: 'urgent', to: 'desk' };
      json.nodes.desk.data.people[0].number = '01 99 00 99 99';
    },
    summary: {
      en: '2 sentences changed. 1 new path: urgence. Transfers now go to 01 99 00 99 99.',
      fr: '2 phrases modifiées. 1 nouveau chemin : urgence. Les appels sont maintenant passés au 01 99 00 99 99.',
    },
    sentences: {
      en: [
        '“Answer”: “Hello, Martin.” became “Allô.”.',
        '“What would you like?”: “What can I do for you?” became “Oui ?”.',
        '“What would you like?”: new path “urgence”, which leads to “Pass to reception”.',
        'Transfers now go to 01 99 00 99 99.',
      ],
      fr: [
        '« Décrocher » : « Martin, bonjour. » devient « Allô. ».',
        '« Que souhaitez-vous ? » : « Que puis-je faire pour vous ? » devient « Oui ? ».',
        '« Que souhaitez-vous ? » : nouveau chemin « urgence », qui mène à « Passer le secrétariat ».',
        'Les appels sont maintenant passés au 01 99 00 99 99.',
      ],
    },
  },
  {
    name: 'a path renamed, another removed',
    edit: (json) => {
      json.nodes.wish.data.choices[0].label = 'rendez-vous';
      json.nodes.wish.data.choices.splice(1, 1);
      delete json.edges['wish-change'];
    },
    summary: {
      en: '1 path removed: move or cancel an appointment. 1 path renamed: rendez-vous.',
      fr: '1 chemin supprimé : déplacer ou annuler un rendez-vous. 1 chemin renommé : rendez-vous.',
    },
    sentences: {
      en: [
        '“What would you like?”: the path “move or cancel an appointment” is gone.',
        '“What would you like?”: the path “book an appointment” is now called “rendez-vous”.',
      ],
      fr: [
        '« Que souhaitez-vous ? » : le chemin « déplacer ou annuler un rendez-vous » a disparu.',
        '« Que souhaitez-vous ? » : le chemin « prendre un rendez-vous » s’appelle maintenant « rendez-vous ».',
      ],
    },
  },
  {
    name: 'a step put between two others',
    edit: (json) => {
      json.nodes.thanks = {
        id: 'thanks',
        kind: 'say',
        position: { x: 0, y: 0 },
        data: { text: 'Merci.', exactly: true },
      };
      json.edges['details-got-it'].to = 'thanks';
      json.edges.thanks = { id: 'thanks', from: 'thanks', exit: 'next', to: 'booked' };
    },
    summary: { en: '1 new step: Say.', fr: '1 nouvelle étape : Dire.' },
    sentences: {
      en: [
        'New step: “Say”.',
        '“Say”: “then” now leads to “Request noted”.',
        '“Appointment request”: “got it” now leads to “Say” (before: “Request noted”).',
      ],
      fr: [
        'Nouvelle étape : « Dire ».',
        '« Dire » : « ensuite » mène maintenant à « Demande notée ».',
        '« Demande de rendez-vous » : « obtenu » mène maintenant à « Dire » (avant : « Demande notée »).',
      ],
    },
  },
  {
    name: 'a step removed with its links',
    edit: (json) => {
      delete json.nodes.changed;
      delete json.edges['which-got-it'];
    },
    summary: { en: '1 step removed: Change noted.', fr: '1 étape supprimée : Changement noté.' },
    sentences: {
      en: [
        'Step removed: “Change noted”.',
        '“Which appointment?”: “got it” no longer leads to “Change noted”.',
      ],
      fr: [
        'Étape supprimée : « Changement noté ».',
        '« Quel rendez-vous ? » : « obtenu » ne mène plus à « Changement noté ».',
      ],
    },
  },
  {
    name: 'a step renamed, another of another kind',
    edit: (json) => {
      json.nodes.note.title = 'Message';
      json.nodes.booked = { ...json.nodes.booked, kind: 'say', data: { text: 'OK.', exactly: false } };
    },
    summary: {
      en: '1 step renamed: Message. 1 step set differently: Request noted.',
      fr: '1 étape renommée : Message. 1 étape réglée autrement : Demande notée.',
    },
    sentences: {
      en: [
        'The step “Take a message” is now called “Message”.',
        '“Request noted” is now “Say” (before: “Hang up”).',
      ],
      fr: [
        'L’étape « Prendre un message » s’appelle maintenant « Message ».',
        '« Demande notée » est maintenant « Dire » (avant : « Raccrocher »).',
      ],
    },
  },
  {
    name: 'a link led elsewhere, another taken away',
    edit: (json) => {
      json.edges['desk-no-answer'].to = 'noted';
      delete json.edges['open-otherwise'];
    },
    summary: {
      en: '1 link removed. 1 link leads elsewhere.',
      fr: '1 lien supprimé. 1 lien mène ailleurs.',
    },
    sentences: {
      en: [
        '“Open now?”: “otherwise” no longer leads to “Take a message”.',
        '“Pass to reception”: “nobody answers” now leads to “Message taken” (before: “Take a message”).',
      ],
      fr: [
        '« Ouvert maintenant ? » : « sinon » ne mène plus à « Prendre un message ».',
        '« Passer le secrétariat » : « personne ne répond » mène maintenant à « Message pris » (avant : « Prendre un message »).',
      ],
    },
  },
  {
    name: 'what is asked, and how',
    edit: (json) => {
      json.nodes.details.data.readBack = false;
      json.nodes.details.data.items.pop();
    },
    summary: {
      en: '1 step set differently: Appointment request.',
      fr: '1 étape réglée autrement : Demande de rendez-vous.',
    },
    sentences: {
      en: [
        '“Appointment request”, Read it back: no (before: yes).',
        '“Appointment request”, Information to obtain: removed “Preferred day and time”.',
      ],
      fr: [
        '« Demande de rendez-vous », Faire confirmer la réponse : non (avant : oui).',
        '« Demande de rendez-vous », Informations à obtenir : « Jour et heure souhaités » retiré.',
      ],
    },
  },
  {
    name: 'information',
    edit: (json) => {
      json.information.email = { id: 'email', name: 'E-mail', type: 'email' };
      json.information.moment.type = 'date';
      json.information.patient.name = 'Patient';
      delete json.information.message;
    },
    summary: {
      en: '1 new information: E-mail. 1 information removed: Message. 2 pieces of information changed: Patient and Preferred day and time.',
      fr: '1 nouvelle information : E-mail. 1 information supprimée : Message. 2 informations modifiées : Patient et Jour et heure souhaités.',
    },
    sentences: {
      en: [
        'New information: “E-mail” (an e-mail address).',
        'Information removed: “Message”.',
        'The information “Name” is now called “Patient”.',
        'The information “Preferred day and time” is now a date (before: anything).',
      ],
      fr: [
        'Nouvelle information : « E-mail » (une adresse e-mail).',
        'Information supprimée : « Message ».',
        'L’information « Nom » s’appelle maintenant « Patient ».',
        'L’information « Jour et heure souhaités » est maintenant : une date (avant : texte libre).',
      ],
    },
  },
  {
    name: 'opening hours',
    edit: (json) => {
      json.hours.office.week[0] = [];
      json.hours.office.week[5] = [{ from: 540, to: 750 }];
      json.hours.office.holidays = 'france';
      json.hours.office.exceptions = [
        { date: '2026-12-24', spans: [{ from: 540, to: 1080 }] },
        { date: '2026-12-26', spans: [] },
      ];
      json.hours.office.shared = '11111111-1111-4111-8111-111111111111';
    },
    summary: {
      en: 'Hours changed: Opening hours.',
      fr: 'Horaires modifiés : Horaires d’ouverture.',
    },
    sentences: {
      en: [
        '“Opening hours”, Monday: closed (before: 09:00–12:30, 14:00–18:00).',
        '“Opening hours”, Saturday: 09:00–12:30 (before: closed).',
        '“Opening hours”, closed on public holidays: France (before: no).',
        '“Opening hours”, 24 December 2026: 09:00–18:00 (before: as usual).',
        '“Opening hours”, 26 December 2026: closed (before: as usual).',
        '“Opening hours”: shared with other flows: yes (before: no).',
      ],
      fr: [
        '« Horaires d’ouverture », lundi : fermé (avant : 09:00–12:30, 14:00–18:00).',
        '« Horaires d’ouverture », samedi : 09:00–12:30 (avant : fermé).',
        '« Horaires d’ouverture », fermé les jours fériés : France (avant : non).',
        '« Horaires d’ouverture », 24 décembre 2026 : 09:00–18:00 (avant : comme d’habitude).',
        '« Horaires d’ouverture », 26 décembre 2026 : fermé (avant : comme d’habitude).',
        '« Horaires d’ouverture » : partagé avec d’autres scénarios : oui (avant : non).',
      ],
    },
  },
  {
    name: 'settings, name and language',
    edit: (json) => {
      json.name = 'Dupont';
      json.language = json.language === 'en' ? 'fr' : 'en';
      json.settings = { ...json.settings, recording: true, voice: 'calm' };
    },
    summary: {
      en: 'The flow is now called “Dupont” (before: “Martin”). Calls are now in French (before: English). Setting “recording”: yes (before: no). Setting “voice”: calm (before: warm).',
      fr: 'Le scénario s’appelle maintenant « Dupont » (avant : « Martin »). Les appels sont maintenant en anglais (avant : français). Réglage « enregistrement » : oui (avant : non). Réglage « voix » : calme (avant : chaleureuse).',
    },
    sentences: {
      en: [
        'The flow is now called “Dupont” (before: “Martin”).',
        'Calls are now in French (before: English).',
        'Setting “recording”: yes (before: no).',
        'Setting “voice”: calm (before: warm).',
      ],
      fr: [
        'Le scénario s’appelle maintenant « Dupont » (avant : « Martin »).',
        'Les appels sont maintenant en anglais (avant : français).',
        'Réglage « enregistrement » : oui (avant : non).',
        'Réglage « voix » : calme (avant : chaleureuse).',
      ],
    },
  },
  {
    name: 'a rule valid at any time',
    edit: (json) => {
      json.anytime.angry = { enabled: true, sentence: 'Pardon.', goTo: 'note', phrases: [] };
    },
    summary: {
      en: 'At any time: The caller is angry changed.',
      fr: 'À tout moment : L’appelant est en colère modifié.',
    },
    sentences: {
      en: [
        'At any time, The caller is angry, in use: yes (before: no).',
        'At any time, The caller is angry, where it leads: “Take a message” (before: nowhere).',
        'At any time, The caller is angry, what is said: “Pardon.” (before: nothing).',
      ],
      fr: [
        'À tout moment, L’appelant est en colère, active : oui (avant : non).',
        'À tout moment, L’appelant est en colère, où elle mène : « Prendre un message » (avant : nulle part).',
        'À tout moment, L’appelant est en colère, ce qui est dit : « Pardon. » (avant : rien).',
      ],
    },
  },
  {
    name: 'only the drawing',
    edit: (json) => {
      json.nodes.wish.position = { x: 1, y: 2 };
    },
    summary: { en: '1 step moved on the drawing.', fr: '1 étape déplacée sur le dessin.' },
    sentences: { en: ['1 step moved on the drawing.'], fr: ['1 étape déplacée sur le dessin.'] },
  },
];

describe.each(SCREEN_LANGUAGES)('edits of a template (%s)', (language) => {
  it.each(EDITS)('$name', ({ edit, summary, sentences }) => {
    const before = template('appointment-booking', language);
    const after = structuredClone(before);
    edit(after);
    expect(tell(before, after, language)).toEqual({
      summary: summary[language],
      sentences: sentences[language],
    });
  });
});

describe(`any two drawings (seed ${seed}, ${numRuns} runs)`, () => {
  it('have a sentence for every change, made of words only', () => {
    fc.assert(
      fc.property(
        arbitraryFlow(6),
        arbitraryFlow(6),
        fc.constantFrom(...SCREEN_LANGUAGES),
        (before, after, language) => {
          const { sentences, summary } = tell(before, after, language);
          for (const sentence of [...sentences, summary]) {
            expect(sentence).toMatch(/\S/);
            expect(sentence).not.toMatch(/undefined|\[object|NaN/);
          }
        },
      ),
      { seed, numRuns },
    );
  });
});
