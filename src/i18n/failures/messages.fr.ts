/** Why something did not work, by code, in French. */
import type { Messages } from '../messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  offline: 'Pas de connexion. Vérifiez votre réseau, puis réessayez.',
  busy: 'Le serveur est occupé en ce moment. Réessayez dans un instant.',
  'signed-out': 'Vous avez été déconnecté. Reconnectez-vous pour continuer.',
  refused: 'Vous n’avez pas le droit de faire cela ici.',
  'not-found': 'Ceci n’existe pas, ou n’existe plus.',
  'in-use': 'Quelque chose s’en sert encore.',
  'not-signed-in': 'Vous avez été déconnecté. Reconnectez-vous pour continuer.',
  'not-allowed': 'Vous n’avez pas le droit de faire cela ici.',
  'bad-request': 'La demande n’a pas été comprise. Rechargez la page, puis réessayez.',
  'flow-has-errors': 'Le scénario a des problèmes qui feraient échouer un appel. Corrigez-les d’abord.',
  'flow-changed': 'Le scénario a changé entre-temps. Relisez-le d’abord.',
  'publication-running': 'Une publication est déjà en cours. Attendez qu’elle se termine.',
  'number-switching':
    'Ce numéro est justement en train de passer à un autre scénario de ses horaires. Réessayez dans une minute.',
  'number-scheduled':
    'Ce numéro répond selon les horaires, et ce scénario n’y figure pas. Ajoutez-le d’abord sur la page du numéro.',
  'number-busy':
    'Autre chose a été mis sur ce numéro entre-temps. Regardez de nouveau ce qui y répond à présent.',
  'changed-at-vapi':
    'Une partie a été modifiée ou supprimée chez Vapi. Réessayez : elle sera refaite ; d’ici là, les appels sont pris comme avant.',
  'drift-changed':
    'Une autre modification a été faite chez Vapi depuis que vous avez regardé. Regardez de nouveau.',
  'version-not-possible':
    'Cette version ne peut pas revenir telle quelle : elle utilise un document, un numéro de téléphone ou un compte qui n’est plus autorisé ici. Corrigez le scénario, puis mettez-le en service.',
  'too-often': 'Trop d’essais à la suite. Attendez une minute, puis réessayez.',
  'too-many-secrets': 'Il y a déjà 100 secrets. Supprimez-en un qui ne sert plus.',
  'secrets-not-configured':
    'Cette installation ne peut pas encore garder de secrets : son administrateur doit définir une clé de chiffrement.',
  'recording-none':
    'Il n’y a pas d’enregistrement de cet appel : l’appelant a dit non, l’appel a été trop court, ou il a été supprimé au terme de sa durée de conservation.',
  'recording-too-large':
    'Cet enregistrement dépasse 64 Mo et ne peut pas être écouté ici. Ce qui a été dit se lit en entier.',
  'recording-unreachable': 'L’enregistrement n’a pas pu être récupéré chez Vapi. Réessayez dans un instant.',
  'file-too-large':
    'Ce fichier dépasse 5 Mo. Gardez dans un fichier plus court ce que vos appelants demandent.',
  'file-type':
    'Ce type de fichier ne peut pas être lu. Choisissez un PDF, un document Word (.docx), du texte, du Markdown ou du CSV.',
  'file-unreadable':
    'Rien n’a pu être lu dans ce fichier : il est vide ou abîmé. Ouvrez-le, enregistrez-le de nouveau, puis réessayez.',
  'too-many-files': 'L’espace de travail contient déjà 50 documents. Supprimez-en un d’abord.',
  'file-in-service':
    'Des appels reçoivent leurs réponses de ce document. Retirez-le du scénario et publiez celui-ci d’abord.',
  'last-owner':
    'Il faut un propriétaire à l’espace de travail, et c’est le seul. Nommez d’abord quelqu’un d’autre propriétaire.',
  'name-differs': 'Ce n’est pas écrit comme il le faut. Comparez lettre par lettre.',
  'already-member': 'Cette personne fait déjà partie de l’espace de travail.',
  'too-many-workspaces':
    'Vous êtes déjà propriétaire de 20 espaces de travail. Quittez-en un, ou transmettez-en un, d’abord.',
  'too-many-invitations': 'Il y a 100 invitations en attente. Annulez celles que plus personne n’acceptera.',
  'invitation-unknown':
    'Ce lien n’ouvre aucune invitation. Une plus récente a peut-être été envoyée : cherchez le dernier e-mail, ou demandez à être invité de nouveau.',
  'invitation-expired': 'Cette invitation a expiré. Demandez à la personne qui vous a invité de la renvoyer.',
  'invitation-used':
    'Cette invitation a déjà servi. Si ce n’est pas par vous, demandez à être invité de nouveau.',
  'invitation-revoked':
    'Cette invitation a été annulée. Demandez à la personne qui vous a invité si vous devez encore rejoindre l’équipe.',
  'invitation-other-email':
    'Cette invitation est pour une autre adresse e-mail que celle de votre compte. Déconnectez-vous, puis connectez-vous avec l’adresse à laquelle elle a été envoyée.',
  'email-not-confirmed':
    'Confirmez d’abord votre adresse e-mail : ouvrez le lien que nous vous avons envoyé à la création de votre compte.',
  'vapi-not-configured': 'Aucun service téléphonique n’est encore connecté.',
  'vapi-key-refused':
    'Vapi ne connaît pas cette clé dans cette région. Prenez la clé privée, pas la clé publique, et la région de votre compte.',
  'connection-unreadable':
    'La clé Vapi enregistrée ne peut plus être ouverte, car la clé de chiffrement de cette installation a été remplacée. Un propriétaire doit la coller de nouveau dans Réglages, Connexion Vapi.',
  'number-elsewhere':
    'Ce numéro appartient à un compte Vapi que l’espace de travail n’utilise plus. Choisissez un autre numéro, ou reconnectez ce compte.',
  'vapi-refused': 'Le service téléphonique n’a pas accepté cette demande.',
  'vapi-limited': 'Le service téléphonique nous demande de ralentir. Réessayez dans une minute.',
  'vapi-unreachable': 'Le service téléphonique ne répond pas. Réessayez dans une minute.',
  'vapi-payment': 'Vapi veut d’abord être payé. Ajoutez-y un moyen de paiement ou du crédit, puis réessayez.',
  'too-many-simulations':
    'Tous les appelants simulés d’une journée sont utilisés. Reprenez demain, ou jouez les phrases des essais.',
  'simulation-failed': 'L’appelant simulé n’a pas pu parler. Réessayez dans une minute.',
  unexpected: 'Une erreur est survenue de notre côté. Réessayez dans un instant.',
} satisfies Messages<typeof en>;
