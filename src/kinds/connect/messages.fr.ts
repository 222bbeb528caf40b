/** Words of the step “Connect a tool”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Connecter un outil',
  hint: 'Interroge un autre système par Internet',
  'help.what':
    'Interroge un autre système par Internet pendant l’appel, et garde sa réponse comme information.',
  'help.when':
    'Pour chercher une commande ou un client dans un logiciel que vous utilisez. La personne qui s’en occupe vous donnera l’adresse.',
  'help.tip':
    'Les mots de passe et les clés restent des secrets de l’espace de travail, jamais écrits dans l’étape. Menez « n’a pas fonctionné » à une personne ou à un message.',
  'exit.worked': 'réussi',
  'exit.problem': 'n’a pas fonctionné',
  'field.label': 'À quoi cela sert',
  'field.label.hint': 'Dit à l’assistant à quoi sert la demande.',
  'field.label.placeholder': 'Retrouver le client',
  'field.say': 'Phrase d’attente',
  'field.say.hint': 'L’appelant l’entend pendant que l’autre système est interrogé.',
  'field.say.placeholder': 'Un instant, je vérifie.',
  'field.method': 'Méthode',
  'field.method.hint': 'Ce que l’autre système doit faire ; sa documentation le précise.',
  'method.GET': 'GET : lire',
  'method.POST': 'POST : créer',
  'method.PUT': 'PUT : remplacer',
  'method.PATCH': 'PATCH : modifier',
  'method.DELETE': 'DELETE : supprimer',
  'field.url': 'Adresse',
  'field.url.hint': 'Une information peut figurer après le nom du serveur, jamais dedans.',
  'field.url.placeholder': 'https://api.exemple.fr/clients',
  headers: 'En-têtes',
  headersHint: 'Envoyés avec la demande : le plus souvent, qui la fait.',
  'field.headers.name': (number: number) => `En-tête ${number}, nom`,
  'field.headers.name.placeholder': 'Authorization',
  'field.headers.type': (number: number) => `En-tête ${number}, sorte de valeur`,
  'field.headers.value': (number: number) => `En-tête ${number}, valeur`,
  literal: 'Texte',
  secret: 'Secret',
  'secret.choose': 'Choisir un secret',
  'secret.new': 'Nouveau secret…',
  'secret.newTitle': 'Nouveau secret',
  'secret.missing':
    'Aucune valeur n’est gardée sous ce nom : l’étape prendrait sa sortie « n’a pas fonctionné ».',
  'secret.store': 'Saisir sa valeur',
  'secret.replace': 'Changer sa valeur',
  'secret.valueOf': (name: string) => `Valeur de « ${name} »`,
  'secret.lead':
    'Sa valeur est chiffrée, ne sert qu’aux demandes de vos scénarios et ne sera plus jamais affichée.',
  'secret.name': 'Nom',
  'secret.name.placeholder': 'fichier-clients',
  'secret.name.hint': 'Pour vous et vos collègues : minuscules, chiffres et tirets.',
  'secret.exists': 'Ce nom existe déjà : sa valeur serait remplacée dans tous les scénarios.',
  'secret.value': 'Valeur',
  'secret.value.hint': 'Telle que l’autre service la donne, précédée de « Bearer » s’il le demande.',
  'secret.save': 'Garder le secret',
  addHeader: 'Ajouter un en-tête',
  body: 'Ce qui est envoyé',
  bodyHint: 'Ce qui est dit à l’autre système, champ par champ.',
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
  try: 'Essayer',
  'try.hint': 'Interroge le service maintenant et montre ce qui revient.',
  'try.real': 'La demande est réellement envoyée : l’autre service peut créer ou modifier quelque chose.',
  'try.example': 'un exemple',
  'try.now': 'Essayer maintenant',
  'try.worked': (status: number, seconds: string) => `Cela fonctionne : réponse ${status} en ${seconds} s.`,
  'try.refused': (status: number, seconds: string) =>
    `L’étape prendrait sa sortie « n’a pas fonctionné » : réponse ${status} en ${seconds} s.`,
  'try.advice': (status: number) =>
    status === 401 || status === 403
      ? 'Le service refuse l’accès. Vérifiez le secret, et s’il doit être précédé de « Bearer ».'
      : status === 404
        ? 'Le service ne trouve rien à cette adresse. Vérifiez l’adresse et les valeurs ci-dessus.'
        : status === 429
          ? 'Le service est interrogé trop souvent. Patientez un peu, puis réessayez.'
          : status >= 500
            ? 'Le service rencontre lui-même un problème. Réessayez plus tard, ou contactez son responsable.'
            : 'Le service n’a pas accepté la demande. Sa réponse ci-dessous dit souvent pourquoi.',
  'try.empty': 'Rien n’est revenu : il n’y a donc rien à garder.',
  'try.noJson':
    'La réponse n’est pas en JSON : aucune valeur ne peut en être gardée. Demandez une autre adresse au service.',
  'try.answer': 'La réponse',
  'try.click': 'Cliquez sur une valeur pour la garder.',
  'try.shortened': 'Seul le début de la réponse est affiché.',
  'try.keep': (path: string, value: string) => `Garder ${path} : ${value}`,
  'try.isKept': 'gardé',
  'try.nothingAt': (path: string) =>
    path.trim() === '' ? 'Aucun chemin n’est indiqué' : `Rien ne se trouve à ${path}`,
  'fault.address': (_about: string) =>
    'Cette adresse n’est pas interrogée. Elle doit commencer par https://, sans identifiant, mot de passe ni port inhabituel.',
  'fault.private': (_about: string) =>
    'Cette adresse mène dans un réseau privé, que nous n’interrogeons jamais. Utilisez l’adresse publique du service.',
  'fault.header': (about: string) =>
    `L’en-tête « ${about} » est fixé par la connexion elle-même et ne peut pas être donné. Retirez-le.`,
  'fault.missing-secret': (about: string) =>
    about === ''
      ? 'Un en-tête attend son secret. Choisissez-en un.'
      : `Le secret « ${about} » n’est pas gardé. Saisissez sa valeur dans son en-tête.`,
  'fault.unknown-name': (_about: string) =>
    'Aucun serveur de ce nom n’a été trouvé. Vérifiez l’orthographe de l’adresse.',
  'fault.unreachable': (_about: string) =>
    'Le serveur ne répond pas. Vérifiez l’adresse, ou si le service fonctionne.',
  'fault.tls': (_about: string) =>
    'Le serveur ne peut pas prouver son nom : son certificat manque, a expiré ou porte un autre nom. Rien n’a été envoyé.',
  'fault.time-out': (_about: string) =>
    'Le service a mis trop de temps. L’appelant aurait attendu pour rien : laissez-lui plus de temps, ou demandez-lui moins.',
  'fault.too-large': (_about: string) => 'La réponse dépasse 1 Mo. Demandez-en moins.',
  'fault.broken': (_about: string) => 'La réponse s’est interrompue ou est illisible.',
  'fault.redirected': (_about: string) =>
    'Le service renvoie vers une autre adresse, que nous ne suivons pas. Utilisez l’adresse finale.',
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
    'Telle quelle, elle n’est pas interrogée et l’étape prend sa sortie « n’a pas fonctionné ». Utilisez une adresse publique en https://, avec des informations seulement après le nom du serveur.',
  'problem.bad-header': (params: { name: string; part: string }) =>
    params.part === 'secret'
      ? `Le secret de « ${params.name} » reste à choisir`
      : 'Un en-tête n’a pas de nom valable',
  'problem.bad-header.do':
    'Le nom d’un en-tête ne contient pas d’espace. Son secret se choisit parmi ceux de l’espace de travail, ou s’y ajoute ; le scénario n’en garde que le nom.',
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
