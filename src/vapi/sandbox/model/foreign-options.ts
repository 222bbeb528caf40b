/**
 * What a caller can get from an assistant that we did not write: its tools and the places they lead to, and which of them
 * somebody means. Words in common with names and descriptions, in either language. Pure and deterministic.
 */
import type { ModelTool } from './model.ts';
import { fold, stem, stemsOf } from './words.ts';

export interface Option {
  readonly tool: ModelTool;
  /** Which of the tool's places is meant, where it has several. */
  readonly destination?: string;
  /** What a person would call it. */
  readonly label: string;
  /** What its name and description are about. */
  readonly subjects: ReadonlySet<string>;
  /** What its values are about. */
  readonly hints: ReadonlySet<string>;
}

/** Words of different languages and trades for one thing; a word outside stands for itself. */
const SAME: readonly string[] = [
  'human person someone somebody representative operator humain personne conseiller conseillere operateur quelqu',
  'appointment rendez rdv consultation',
  'book booking reserve reservation schedule reserver planifier',
  'order buy purchase commander commande acheter',
  'deliver delivery ship shipping livrer livraison',
  'cancel cancellation annuler annulation',
  'reschedule move postpone deplacer reporter decaler',
  'bill billing invoice charge charged payment pay facture facturation paiement payer preleve prelevement',
  'refund reimburse rembourser remboursement',
  'problem issue trouble broken error bug fault panne probleme souci incident casse marche fonctionne',
  'technical technician technique technicien depannage',
  'sales commercial vente ventes vendeur',
  'quote price prices pricing devis tarif tarifs prix',
  'complaint complain reclamation plainte plaindre',
  'opening open hours horaire horaires ouvert ouverture',
  'status track tracking suivi suivre statut',
  'message messages callback rappel rappeler rappelez',
  'help support assistance aide',
  'table restaurant couvert couverts',
];
const CONCEPT = new Map(
  SAME.flatMap((words) => words.split(' ').map((word) => [stem(word), words.split(' ')[0]!] as const)),
);

/** Words of every description, whatever the tool. */
const COMMON = new Set(
  (
    'call calls called calling use used using tool function when whenever caller callers customer customers client clients user users want wants wanted wishes ask asks asked only once been ' +
    'transfer transfers handoff hand over pass send connect get create make new take handle agent assistant go team department service line after before if then ' +
    'appel appels appelle appelez appeler utilise utiliser utilisez outil fonction quand lorsque des utilisateur appelant souhaite souhaitent veut veulent demande demander seulement fois ' +
    'transfere transferer transfert passer passe envoyer creer faire nouveau nouvelle agent assistant equipe departement ligne apres avant si puis vers'
  )
    .split(' ')
    .map(stem),
);

function conceptsOf(text: string): Set<string> {
  return new Set(
    [...stemsOf(text)].filter((word) => !COMMON.has(word)).map((word) => CONCEPT.get(word) ?? word),
  );
}

/** `go_e1_bookTable` → `go e1 book table`. */
export function spaced(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase()
    .trim();
}

/** Every tool but the end of the call; one with several places once for each. */
export function optionsOf(tools: readonly ModelTool[]): Option[] {
  return tools.filter(({ type }) => type !== 'endCall').flatMap(placesOf);
}

function placesOf(tool: ModelTool): Option[] {
  const { destination } = tool.parameters.properties;
  const places = destination?.enum ?? [];
  const hints = conceptsOf(
    Object.entries(tool.parameters.properties)
      .filter(([key]) => key !== 'destination')
      .map(([key, { description = '', enum: listed = [], items }]) =>
        [spaced(key), description, ...listed, ...(items?.enum ?? [])].join(' '),
      )
      .join(' '),
  );
  if (places.length < 2) {
    const subjects = conceptsOf(`${spaced(tool.name)} ${places.join(' ')} ${tool.description}`);
    return [{ tool, label: labelOf(tool, places[0]), subjects, hints }];
  }
  const told = (destination?.description ?? '').split('\n');
  return places.map((place) => {
    const own = told.find((line) => line.startsWith(`${place}: `))?.slice(place.length + 2) ?? '';
    // A number says nothing; what it is for does.
    const label = /^\+?[\d ]+$|@/.test(place) ? own || place : place;
    return { tool, destination: place, label, subjects: conceptsOf(`${spaced(place)} ${own}`), hints };
  });
}

function labelOf({ name, type, description }: ModelTool, place: string | undefined): string {
  if (type === 'handoff' && place !== undefined) return place;
  if (type === 'transferCall' && description !== '') return description;
  return spaced(name).replace(/^(handoff to|transfer to|go to|go) /, '');
}

const NOT_WANTED =
  /\b(?:(?:do not|don't|did not|didn't) (?:want|need|wish)|(?:ne )?(?:veux|souhaite|voulais|desire) pas|not (?:for|about|an?|the)\b|pas (?:pour|de|d'|un|une|le|la)\b|rather than|instead of|plutot que|au lieu)[^,.;!?]*?(?=[,.;!?]|\bbut\b|\bmais\b|$)/g;
const WANTS_HUMAN =
  /\b(?:speak|talk|connect me|put me through|transfer me|pass me)\b.*\b(?:someone|somebody|human|person|people|agent|representative|operator|manager|advisor)\b|\b(?:real|live) (?:person|human|agent)\b|\b(?:parler|joindre|passe[zr]?|transfere[zr]?)\b.*\b(?:quelqu'un|humain|personne|conseiller|conseillere|responsable|agent|operateur)\b/;

/** Whether the caller asks for a human being, whoever that is. */
export function wantsHuman(said: string): boolean {
  return (
    WANTS_HUMAN.test(fold(said)) ||
    /^\W*(?:a |an |un |une )?(?:human|agent|humain|conseiller|operator)\W*$/.test(fold(said))
  );
}

export type Chosen =
  | { readonly option: Option }
  /** As much was said of the one as of the other. */
  | { readonly between: readonly Option[] };

/** What the caller means, null when nothing fits. A word counts the less the more options share it; values count half. */
export function chosenOf(said: string, options: readonly Option[]): Chosen | null {
  const wish = conceptsOf(fold(said).replaceAll(NOT_WANTED, ' '));
  const share = (word: string, part: 'subjects' | 'hints') =>
    options.filter((option) => option[part].has(word)).length;
  const scored = options.map((option) => {
    let score = 0;
    for (const word of wish)
      if (option.subjects.has(word)) score += 1 / share(word, 'subjects');
      else if (option.hints.has(word)) score += 0.5 / share(word, 'hints');
    return { option, score };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best < 0.3) return null;
  const equal = scored.filter(({ score }) => score > best - 1e-9).map(({ option }) => option);
  return equal.length === 1 ? { option: equal[0]! } : { between: equal };
}
