/** Words of the step “Answer questions”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Répondre aux questions',
  hint: 'Répond d’après ce que vous écrivez, sans rien inventer',
  'help.what':
    'Répond aux questions d’après ce que vous avez écrit, ou d’après vos documents, sans rien inventer.',
  'help.when': 'Pour ce qu’on vous demande chaque jour : les prix, le parking, ce qu’il faut apporter.',
  'help.tip':
    'Les questions restées sans réponse sont rassemblées avec vos appels, pour que vous puissiez ajouter la réponse. Elles partent par « sans réponse ».',
  'exit.satisfied': 'plus de question',
  'exit.could-not-answer': 'sans réponse',
  'field.invitation': 'Question d’ouverture',
  'field.invitation.hint': 'Dite une fois, pour que l’appelant sache qu’il peut poser ses questions.',
  'field.invitation.placeholder': 'Que souhaitez-vous savoir ?',
  facts: 'Questions et réponses',
  'facts.hint': 'L’appelant peut poser la question avec ses propres mots : c’est le sens qui compte.',
  'field.facts.question': (number: number) => `Question ${number}`,
  'field.facts.question.placeholder': 'Quels sont vos horaires ?',
  'field.facts.answer': 'Réponse',
  'field.facts.answer.placeholder':
    'Nous sommes ouverts de neuf heures à dix-huit heures, du lundi au vendredi.',
  addFact: 'Ajouter une question',
  'field.strictness': 'Si la réponse n’est pas écrite ici',
  onlyThese: 'Le dire, et continuer',
  'onlyThese.hint': 'Rien d’autre que vos réponses n’est dit.',
  mayAddGeneral: 'Les connaissances générales peuvent aider',
  'mayAddGeneral.hint': 'Jamais pour vos prix, vos horaires ou vos engagements.',
  known: (count: number) => (count <= 1 ? `${count} réponse` : `${count} réponses`),
  'known.documents': (count: number) => (count <= 1 ? `${count} document` : `${count} documents`),
  files: 'Documents pour répondre',
  'files.hint':
    'Consultés quand les réponses ci-dessus ne suffisent pas. PDF, Word, texte, Markdown ou CSV, 5 Mo au plus ; les documents courts donnent les meilleures réponses.',
  'files.add': 'Ajouter des documents',
  'files.drop': 'ou déposez-les ici',
  'files.most': (count: number) => `Une étape répond d’après ${count} documents au plus.`,
  'files.uploading': 'On vérifie qu’il est bien arrivé',
  'files.processing': 'Lecture en cours',
  'files.interrupted': 'Il n’est pas arrivé. Supprimez-le, puis ajoutez-le de nouveau.',
  'files.unreadable':
    'Rien n’a pu y être lu, comme dans un document numérisé. Supprimez-le, puis ajoutez-en un qui contient du texte.',
  'files.gone': 'Il n’est plus dans l’espace de travail.',
  'files.takeOut': 'Retirer',
  'files.sending': (name: string) => `Envoi de ${name}`,
  'files.dismiss': (name: string) => `Masquer ${name}`,
  'files.remove': (name: string) => `Supprimer ${name} de l’espace de travail`,
  'files.removeTitle': (name: string) => `Supprimer « ${name} » ?`,
  'files.removeNow': 'Supprimer',
  'files.removeFinal': 'Il quitte définitivement l’espace de travail.',
  'files.usedBy': (flows: string) => `Ces scénarios s’en servent et répondront sans lui : ${flows}.`,
  'files.inService': (name: string) => `« ${name} » répond à des appels`,
  'files.inService.do': (flows: string) =>
    `Des appels y puisent leurs réponses dans : ${flows}. Retirez-le du scénario et publiez, puis supprimez-le ici.`,
  'files.understood': 'Compris',
  'field.files.name': 'Document',
  'problem.no-facts': 'Il n’y a rien à répondre',
  'problem.no-facts.do':
    'Rien n’est inventé au téléphone. Écrivez au moins une question et sa réponse, ou ajoutez un document.',
  'problem.empty-fact': (params: { number: number | string; part: string }) =>
    params.part === 'question'
      ? `La réponse ${params.number} n’a pas de question`
      : `La question ${params.number} n’a pas de réponse`,
  'problem.empty-fact.do':
    'Telle quelle, elle ne sert pas. Écrivez la moitié manquante, ou retirez la ligne.',
  'problem.file-unusable': (params: { name: number | string }) =>
    `Le document ${params.name} ne peut pas servir`,
  'problem.file-unusable.do':
    'Il a été supprimé de l’espace de travail ou n’a pas pu être lu : vos appelants n’en recevront aucune réponse. Retirez-le de cette étape, ou ajoutez-le de nouveau.',
  'problem.long-answer': (params: { number: number | string }) => `La réponse ${params.number} est longue`,
  'problem.long-answer.do':
    'À l’oreille, on oublie le début. Gardez l’essentiel, ou répartissez-la sur deux questions.',
} satisfies Messages<typeof en>;
