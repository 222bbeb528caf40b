/** Words about whole flows, in French: what changed between two, and the flow as a document to read. */
import type { Messages } from '../i18n/messages.ts';
import { pluralFr } from '../i18n/plural.ts';
import type { ChangeWords, en } from './messages.en.ts';

export const fr = {
  quote: (text: string) => `« ${text} »`,
  nothing: 'rien',
  nowhere: 'nulle part',
  yes: 'oui',
  no: 'non',
  closed: 'fermé',
  asUsual: 'comme d’habitude',
  holidays: {
    none: 'non',
    france: 'France',
    'alsace-moselle': 'France (Alsace-Moselle)',
    'england-wales': 'Angleterre et pays de Galles',
    'united-states': 'États-Unis',
  },
  languages: { en: 'anglais', fr: 'français' },
  days: {
    monday: 'lundi',
    tuesday: 'mardi',
    wednesday: 'mercredi',
    thursday: 'jeudi',
    friday: 'vendredi',
    saturday: 'samedi',
    sunday: 'dimanche',
  },
  types: {
    name: 'un nom',
    phone: 'un numéro de téléphone',
    email: 'une adresse e-mail',
    date: 'une date',
    time: 'une heure',
    number: 'un nombre',
    'yes-no': 'oui ou non',
    choice: 'un choix dans une liste',
    address: 'une adresse postale',
    text: 'texte libre',
  },
  settings: {
    timeZone: 'fuseau horaire',
    voice: 'voix',
    recording: 'enregistrement',
    consent: 'réponse qui permet l’enregistrement',
    maximumSeconds: 'durée maximale de l’appel, en secondes',
  },
  voices: { warm: 'chaleureuse', calm: 'calme', lively: 'vive', deep: 'grave' },
  losses: {
    notAFlow: 'Ce qui est enregistré n’est pas un scénario.',
    newer: 'Il a été enregistré par une version plus récente d’AlloKoli.',
    step: (step: string) => `L’étape « ${step} » est illisible.`,
    field: (step: string, field: string) => `Dans l’étape « ${step} » : « ${field} » est illisible.`,
    position: 'sa place',
    unnamedStep: 'sans nom',
    link: 'Un lien entre deux étapes est illisible.',
    information: (name: string) => `L’information « ${name} » est illisible.`,
    hours: (name: string) => `Les horaires « ${name} » sont illisibles.`,
    setting: (name: string) => `Le réglage « ${name} » est illisible.`,
    rule: (name: string) => `La règle à tout moment « ${name} » est illisible.`,
    parts: {
      nodes: 'La liste des étapes est illisible.',
      edges: 'La liste des liens est illisible.',
      information: 'La liste des informations est illisible.',
      hours: 'La liste des horaires est illisible.',
      settings: 'Les réglages sont illisibles.',
      anytime: 'Les règles à tout moment sont illisibles.',
    },
    unknown: 'Une partie du scénario est illisible.',
  },
  anytimeFields: {
    enabled: 'active',
    sentence: 'ce qui est dit',
    goTo: 'où elle mène',
    phrases: 'ce que disent les appelants',
  },
  changes: {
    'flow-renamed': (p: ChangeWords) => `Le scénario s’appelle maintenant ${p.after} (avant : ${p.before}).`,
    'language-changed': (p: ChangeWords) => `Les appels sont maintenant en ${p.after} (avant : ${p.before}).`,
    'step-added': (p: ChangeWords) => `Nouvelle étape : ${p.step}.`,
    'step-removed': (p: ChangeWords) => `Étape supprimée : ${p.step}.`,
    'step-renamed': (p: ChangeWords) => `L’étape ${p.before} s’appelle maintenant ${p.after}.`,
    'step-retyped': (p: ChangeWords) => `${p.step} est maintenant ${p.after} (avant : ${p.before}).`,
    'step-regrouped': (p: ChangeWords) => `${p.step} se trouve dans une autre partie : ${p.after}.`,
    'sentence-changed': (p: ChangeWords) => `${p.step} : ${p.before} devient ${p.after}.`,
    'choice-added': (p: ChangeWords) => `${p.step} : nouveau chemin ${p.exit}, qui mène à ${p.to}.`,
    'choice-removed': (p: ChangeWords) => `${p.step} : le chemin ${p.exit} a disparu.`,
    'choice-renamed': (p: ChangeWords) =>
      `${p.step} : le chemin ${p.before} s’appelle maintenant ${p.after}.`,
    'link-added': (p: ChangeWords) => `${p.step} : ${p.exit} mène maintenant à ${p.to}.`,
    'link-removed': (p: ChangeWords) => `${p.step} : ${p.exit} ne mène plus à ${p.to}.`,
    'link-redirected': (p: ChangeWords) =>
      `${p.step} : ${p.exit} mène maintenant à ${p.after} (avant : ${p.before}).`,
    'value-changed': (p: ChangeWords) => `${p.step}, ${p.field} : ${p.after} (avant : ${p.before}).`,
    'item-added': (p: ChangeWords) => `${p.step}, ${p.field} : ${p.after} ajouté.`,
    'item-removed': (p: ChangeWords) => `${p.step}, ${p.field} : ${p.before} retiré.`,
    'order-changed': (p: ChangeWords) => `${p.step}, ${p.field} : un autre ordre.`,
    'information-added': (p: ChangeWords) => `Nouvelle information : ${p.name} (${p.after}).`,
    'information-removed': (p: ChangeWords) => `Information supprimée : ${p.name}.`,
    'information-renamed': (p: ChangeWords) => `L’information ${p.before} s’appelle maintenant ${p.after}.`,
    'information-retyped': (p: ChangeWords) =>
      `L’information ${p.name} est maintenant : ${p.after} (avant : ${p.before}).`,
    'information-choices-changed': (p: ChangeWords) => `Réponses possibles pour ${p.name} : ${p.after}.`,
    'hours-added': (p: ChangeWords) => `Nouveaux horaires : ${p.name}.`,
    'hours-removed': (p: ChangeWords) => `Horaires supprimés : ${p.name}.`,
    'hours-renamed': (p: ChangeWords) => `Les horaires ${p.before} s’appellent maintenant ${p.after}.`,
    'hours-day-changed': (p: ChangeWords) => `${p.name}, ${p.field} : ${p.after} (avant : ${p.before}).`,
    'hours-holidays-changed': (p: ChangeWords) =>
      `${p.name}, fermé les jours fériés : ${p.after} (avant : ${p.before}).`,
    'hours-exception-changed': (p: ChangeWords) =>
      `${p.name}, ${p.field} : ${p.after} (avant : ${p.before}).`,
    'hours-zone-changed': (p: ChangeWords) => `${p.name} : fuseau horaire ${p.after} (avant : ${p.before}).`,
    'hours-shared-changed': (p: ChangeWords) =>
      `${p.name} : partagé avec d’autres scénarios : ${p.after} (avant : ${p.before}).`,
    'setting-changed': (p: ChangeWords) => `Réglage « ${p.field} » : ${p.after} (avant : ${p.before}).`,
    'anytime-changed': (p: ChangeWords) =>
      `À tout moment, ${p.name}, ${p.field} : ${p.after} (avant : ${p.before}).`,
    'part-changed': (p: ChangeWords) => `Une autre partie du scénario a changé : ${p.field}.`,
    moved: (p: ChangeWords) =>
      pluralFr(p.count, {
        one: '# étape déplacée sur le dessin.',
        other: '# étapes déplacées sur le dessin.',
      }),
    rewritten: () => 'Quelque chose que seules les machines lisent a été réécrit.',
  },
  summary: {
    none: 'Rien n’a changé.',
    stepsAdded: (count: number, names: string) =>
      pluralFr(count, { one: `# nouvelle étape : ${names}.`, other: `# nouvelles étapes : ${names}.` }),
    stepsRemoved: (count: number, names: string) =>
      pluralFr(count, { one: `# étape supprimée : ${names}.`, other: `# étapes supprimées : ${names}.` }),
    stepsRenamed: (count: number, names: string) =>
      pluralFr(count, { one: `# étape renommée : ${names}.`, other: `# étapes renommées : ${names}.` }),
    sentences: (count: number) =>
      pluralFr(count, { one: '# phrase modifiée.', other: '# phrases modifiées.' }),
    choicesAdded: (count: number, names: string) =>
      pluralFr(count, { one: `# nouveau chemin : ${names}.`, other: `# nouveaux chemins : ${names}.` }),
    choicesRemoved: (count: number, names: string) =>
      pluralFr(count, { one: `# chemin supprimé : ${names}.`, other: `# chemins supprimés : ${names}.` }),
    choicesRenamed: (count: number, names: string) =>
      pluralFr(count, { one: `# chemin renommé : ${names}.`, other: `# chemins renommés : ${names}.` }),
    linksAdded: (count: number) => pluralFr(count, { one: '# lien ajouté.', other: '# liens ajoutés.' }),
    linksRemoved: (count: number) =>
      pluralFr(count, { one: '# lien supprimé.', other: '# liens supprimés.' }),
    linksRedirected: (count: number) =>
      pluralFr(count, { one: '# lien mène ailleurs.', other: '# liens mènent ailleurs.' }),
    values: (count: number, names: string) =>
      pluralFr(count, {
        one: `# étape réglée autrement : ${names}.`,
        other: `# étapes réglées autrement : ${names}.`,
      }),
    informationAdded: (count: number, names: string) =>
      pluralFr(count, {
        one: `# nouvelle information : ${names}.`,
        other: `# nouvelles informations : ${names}.`,
      }),
    informationRemoved: (count: number, names: string) =>
      pluralFr(count, {
        one: `# information supprimée : ${names}.`,
        other: `# informations supprimées : ${names}.`,
      }),
    informationChanged: (count: number, names: string) =>
      pluralFr(count, {
        one: `# information modifiée : ${names}.`,
        other: `# informations modifiées : ${names}.`,
      }),
    anytime: (names: string) => `À tout moment : ${names} modifié.`,
    hours: (names: string) => `Horaires modifiés : ${names}.`,
  },
  outline: {
    about: (language: string, voice: string, recording: string) =>
      `Appels en ${language} · voix ${voice} · enregistrement : ${recording}`,
    off: 'non',
    on: 'oui',
    unreached: 'Étapes qu’aucun appel n’atteint',
    anytime: 'À tout moment',
    goesOn: '→ l’appel reprend où il en était',
    notes: 'Notes',
    information: 'Informations',
    hours: 'Horaires',
    asks: 'Demande',
    optional: (name: string) => `${name} (peut rester inconnu)`,
    uses: 'Consulte',
    toStep: (number: number, title: string) => `→ étape ${number}, ${title}`,
    toNowhere: '→ ne mène nulle part',
    ends: 'L’appel se termine ici.',
    and: ' et ',
    or: ' ou ',
    name: 'Nom',
    type: 'Nature',
    choices: 'Réponses possibles',
    askedIn: 'Demandée à l’étape',
    usedIn: 'Utilisée à l’étape',
    day: 'Jour',
    open: 'Ouvert',
    holidays: (calendar: string) => `Fermé les jours fériés : ${calendar}`,
    exceptions: 'Jours particuliers',
    zone: (zone: string) => `Fuseau horaire : ${zone}`,
    unnamed: 'Scénario sans nom',
  },
} satisfies Messages<typeof en>;
