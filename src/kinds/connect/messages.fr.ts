/** Words of the step “Connect a tool”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Connecter un outil',
  hint: 'Interroge un autre système par Internet',
  'exit.worked': 'réussi',
  'exit.problem': 'problème',
  'field.label': 'À quoi cela sert',
  'field.label.placeholder': 'Retrouver le client',
  'field.say': 'Dit pendant l’attente',
  'field.say.placeholder': 'Un instant, je vérifie.',
  'field.method': 'Méthode',
  'method.GET': 'GET : lire',
  'method.POST': 'POST : créer',
  'method.PUT': 'PUT : remplacer',
  'method.PATCH': 'PATCH : modifier',
  'method.DELETE': 'DELETE : supprimer',
  'field.url': 'Adresse',
  'field.url.hint': 'Une information peut figurer après le nom du serveur, jamais dedans.',
  'field.url.placeholder': 'https://api.exemple.fr/clients',
  headers: 'En-têtes',
  'field.headers.name': (number: number) => `En-tête ${number}, nom`,
  'field.headers.name.placeholder': 'Authorization',
  'field.headers.type': (number: number) => `En-tête ${number}, sorte de valeur`,
  'field.headers.value': (number: number) => `En-tête ${number}, valeur`,
  literal: 'Texte',
  secret: 'Secret',
  'secret.placeholder': 'nom du secret',
  addHeader: 'Ajouter un en-tête',
  body: 'Ce qui est envoyé',
  'field.body.name': (number: number) => `Champ ${number}, nom`,
  'field.body.name.placeholder': 'client',
  'field.body.source': (number: number) => `Champ ${number}, origine de la valeur`,
  fixed: 'Toujours le même texte',
  'field.body.value': (number: number) => `Champ ${number}, texte`,
  addField: 'Ajouter un champ',
  answers: 'Ce qui est gardé de la réponse',
  'answers.hint': 'La réponse doit être en JSON. Indiquez le chemin de la valeur avec des points : data.tier',
  'field.answers.path': (number: number) => `Réponse ${number}, chemin de la valeur`,
  'field.answers.path.placeholder': 'data.tier',
  becomes: 'devient',
  choose: 'Choisir une information',
  addAnswer: 'Garder une valeur',
  'field.timeoutSeconds': 'Abandonner après',
  'field.timeoutSeconds.hint': 'Au bout de quatre secondes, l’appelant remarque le silence.',
  noAddress: 'Pas encore d’adresse',
  'problem.no-label': 'Rien ne dit à quoi sert cette étape',
  'problem.no-label.do': 'Quelques mots aident à choisir le bon moment, par exemple « Retrouver le client ».',
  'problem.no-address': 'Il n’y a pas d’adresse à interroger',
  'problem.no-address.do': 'Collez l’adresse du service ; elle commence par https://.',
  'problem.bad-address': (params: { reason: string }) =>
    ({
      'not-https': 'L’adresse ne commence pas par https://',
      login: 'L’adresse contient un identifiant ou un mot de passe',
      chip: 'Une information figure dans le nom du serveur',
      private: 'L’adresse se trouve dans un réseau privé',
    })[params.reason] ?? 'L’adresse est illisible',
  'problem.bad-address.do':
    'Telle quelle, elle n’est pas interrogée et l’étape prend sa sortie « problème ». Utilisez une adresse publique en https://, avec des informations seulement après le nom du serveur.',
  'problem.bad-header': (params: { name: string; part: string }) =>
    params.part === 'secret'
      ? `Le secret de « ${params.name} » n’a pas de nom valable`
      : 'Un en-tête n’a pas de nom valable',
  'problem.bad-header.do':
    'Un nom ne contient pas d’espace. Celui d’un secret s’écrit en minuscules, chiffres et tirets ; sa valeur est gardée ailleurs.',
  'problem.secret-in-text': 'Ceci ressemble à un mot de passe ou à une clé',
  'problem.secret-in-text.do':
    'Toute personne qui voit ce scénario peut le lire. Placez-le dans un en-tête comme secret : le scénario n’en garde alors que le nom.',
  'problem.bad-path': (params: { path: string }) =>
    params.path.trim() === ''
      ? 'Rien ne dit quelle valeur garder'
      : `« ${params.path} » n’est pas un chemin vers une valeur`,
  'problem.bad-path.do':
    'Écrivez les noms de l’extérieur vers l’intérieur, séparés par des points, comme data.tier.',
  'problem.unmapped-answer': (params: { path: string }) =>
    params.path.trim() === ''
      ? 'Une valeur n’est gardée nulle part'
      : `« ${params.path} » n’est gardé nulle part`,
  'problem.unmapped-answer.do': 'Choisissez l’information qu’elle devient, ou retirez la ligne.',
} satisfies Messages<typeof en>;
