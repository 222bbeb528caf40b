/** Words of the activity log, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Journal d’activité',
  lead: 'Qui a fait quoi dans cet espace de travail. Personne ne peut le modifier, pas même vous.',
  back: 'Réglages',
  onlyOwners: 'Seuls les propriétaires peuvent lire le journal d’activité.',
  show: 'Ce qui est affiché',
  everything: 'Tout',
  reads: 'Qui a lu les appels',
  ofCall: 'Seul ce qui concerne un appel est affiché.',
  showAll: 'Tout afficher',
  nothingRead: 'Personne n’a lu ce qui a été dit pendant un appel.',
  list: 'Entrées, les plus récentes d’abord',
  older: 'Afficher les entrées précédentes',
  nothing: 'Il ne s’est encore rien passé.',
  gone: 'Un compte supprimé',
  nobody: 'Le serveur',
  browserLink: 'son lien navigateur',
  somebody: 'une personne dont le compte est supprimé',
  roles: { owner: 'propriétaire', editor: 'peut modifier', viewer: 'peut consulter' },
  regions: { us: 'États-Unis', eu: 'Union européenne', sandbox: 'bac à sable' },
  minutes: (count) => pluralFr(count, { one: '# minute', other: '# minutes' }),
  check: 'Le journal est-il intact ?',
  checkHint:
    'Chaque entrée est liée à la précédente. En modifier, en retirer ou en ajouter une rompt la chaîne, même pour qui gère la base de données.',
  checkNow: 'Vérifier',
  whole: (count) => pluralFr(count, { one: '# entrée, intacte.', other: '# entrées, toutes intactes.' }),
  blanked: (count) =>
    pluralFr(count, {
      zero: '',
      one: ' Les détails de l’une d’elles ont été effacés avec ceux d’une personne.',
      other: ' Les détails de # d’entre elles ont été effacés avec ceux d’une personne.',
    }),
  faults: {
    changed: (when) => `L’entrée du ${when} n’est plus telle qu’elle a été écrite.`,
    missing: (when) => `L’entrée du ${when} a été retirée.`,
    added: (when) => `L’entrée du ${when} a été ajoutée après coup.`,
    broken: () => 'Des entrées ont été modifiées, retirées ou ajoutées : la chaîne du journal est rompue.',
    'made-anew': () => 'Le journal a été refait : ce n’est plus celui qui avait été conservé.',
  },
  keep: 'Durée de conservation du journal',
  keepHint:
    'Assez longue pour répondre plus tard à des questions ; ensuite, les entrées sont supprimées d’elles-mêmes.',
  keepDays: 'Jours',
  save: 'Enregistrer',
  saved: 'C’est enregistré.',
  sentences: {
    'signed-in': (f) => `${f.who} s’est connecté`,
    'workspace-created': (f) => `${f.who} a créé l’espace de travail`,
    'workspace-renamed': (f) => `${f.who} a renommé l’espace de travail « ${f.from} » en « ${f.to} »`,
    'member-joined': (f) => `${f.about} a rejoint l’espace de travail (${f.role})`,
    'member-left': (f) => `${f.who} a quitté l’espace de travail`,
    'member-removed': (f) => `${f.who} a retiré ${f.about} de l’espace de travail`,
    'role-changed': (f) => `${f.who} a changé le rôle de ${f.about} : « ${f.from} » devient « ${f.to} »`,
    invited: (f) => `${f.who} a invité ${f.email} (${f.role})`,
    'invited-again': (f) => `${f.who} a renvoyé l’invitation de ${f.email}`,
    'invitation-revoked': (f) => `${f.who} a annulé l’invitation de ${f.email}`,
    'connection-set': (f) => `${f.who} a connecté un compte Vapi (${f.name})`,
    'connection-changed': (f) => `${f.who} a remplacé la clé Vapi (${f.name})`,
    'connection-removed': (f) => `${f.who} a déconnecté le compte Vapi`,
    'flow-created': (f) => `${f.who} a créé le scénario « ${f.flow} »`,
    'flow-deleted': (f) => `${f.who} a supprimé le scénario « ${f.flow} »`,
    'recording-on': (f) => `${f.who} a activé l’enregistrement dans « ${f.flow} »`,
    'recording-off': (f) => `${f.who} a désactivé l’enregistrement dans « ${f.flow} »`,
    published: (f) =>
      `${f.who} a mis « ${f.flow} » (version ${f.version}) en service sur ${f.number}${f.isRecorded ? ', avec enregistrement' : ''}`,
    'rolled-back': (f) => `${f.who} est revenu à la version ${f.version} de « ${f.flow} » sur ${f.number}`,
    unpublished: (f) => `${f.who} a retiré du service ce qui répondait au ${f.number}`,
    'publication-failed': (f) =>
      `${f.who} a voulu mettre « ${f.flow} » en service sur ${f.number} ; cela a échoué`,
    'number-added': (f) => `${f.who} a ajouté le numéro ${f.number}`,
    'number-removed': (f) => `${f.who} a retiré le numéro ${f.number}`,
    'secret-set': (f) => `${f.who} a ajouté le secret « ${f.name} »`,
    'secret-changed': (f) => `${f.who} a remplacé le secret « ${f.name} »`,
    'secret-removed': (f) => `${f.who} a supprimé le secret « ${f.name} »`,
    'file-added': (f) => `${f.who} a ajouté le document « ${f.name} »`,
    'file-removed': (f) => `${f.who} a supprimé le document « ${f.name} »`,
    'retention-changed': (f) =>
      `${f.who} a changé la durée de conservation : paroles ${f.words}, informations ${f.information}, appels ${f.calls} jours`,
    'activity-retention-changed': (f) => `${f.who} a fixé la conservation de ce journal à ${f.days} jours`,
    'countries-changed': (f) =>
      `${f.who} a changé les pays que l’on peut appeler${f.added && ` ; ajoutés : ${f.added}`}${f.removed && ` ; retirés : ${f.removed}`}`,
    'secrecy-on': (f) => `${f.who} a activé le secret professionnel`,
    'secrecy-off': (f) => `${f.who} a désactivé le secret professionnel`,
    'objection-noted': (f) => `${f.who} a noté l’opposition d’un appelant (${f.caller})`,
    'objection-withdrawn': (f) => `${f.who} a levé l’opposition d’un appelant (${f.caller})`,
    'person-exported': (f) => `${f.who} a téléchargé ce qui est conservé sur un appelant (${f.caller})`,
    'person-erased': (f) => `${f.who} a tout supprimé au sujet d’un appelant (${f.caller})`,
    'call-erased': (f) => `${f.who} a effacé ce qui a été dit et recueilli pendant l’appel du ${f.when}`,
    'call-hidden': (f) => `${f.who} a masqué l’appel du ${f.when}`,
    'call-shown': (f) => `${f.who} a réaffiché l’appel du ${f.when}`,
    'words-read': (f) => `${f.who} a lu ce qui a été dit pendant l’appel du ${f.when}`,
    'recording-heard': (f) => `${f.who} a écouté l’enregistrement de l’appel du ${f.when}`,
    'questions-read': (f) => `${f.who} a lu les questions d’appelants restées sans réponse`,
    'calendar-opened': (f) => `${f.who} a créé l’adresse secrète de l’agenda`,
    'calendar-closed': (f) => `${f.who} a supprimé l’adresse secrète de l’agenda`,
    'calendar-renamed': (f) => `${f.who} a renommé l’agenda « ${f.from} » en « ${f.to} »`,
    'calendar-removed': (f) =>
      f.count === 0
        ? `${f.who} a retiré l’agenda « ${f.name} »`
        : `${f.who} a retiré l’agenda « ${f.name} » et annulé ses rendez-vous à venir (${f.count})`,
    'limit-set': (f) => `${f.who} a fixé le plafond mensuel à ${f.amount}`,
    'limit-removed': (f) => `${f.who} a supprimé le plafond mensuel`,
    'limit-words-changed': (f) => `${f.who} a changé ce que dit le ${f.number} une fois le plafond atteint`,
    'limit-passed': (f) => `Le plafond mensuel a été atteint : le ${f.number} répond avec votre message`,
    'limit-lifted': (f) => `Le ${f.number} répond de nouveau comme publié`,
    'alert-channel-added': (f) => `${f.who} a demandé l’envoi des alertes à ${f.name}`,
    'alert-channel-changed': (f) => `${f.who} a changé les alertes envoyées à ${f.name}`,
    'alert-channel-removed': (f) => `${f.who} a mis fin à l’envoi des alertes à ${f.name}`,
    'test-call': (f) => `${f.who} a parlé à « ${f.flow} » dans un appel d’essai`,
    'schedule-set': (f) => `${f.who} a réglé qui répond au ${f.number} selon les horaires`,
    'schedule-ended': (f) => `${f.who} a remis un seul scénario au ${f.number} à toute heure`,
    'link-on': (f) => `${f.who} a activé le lien navigateur de « ${f.flow} »`,
    'link-paused': (f) => `${f.who} a mis en pause le lien navigateur de « ${f.flow} »`,
    'link-resumed': (f) => `${f.who} a repris le lien navigateur de « ${f.flow} »`,
    'link-off': (f) => `${f.who} a désactivé le lien navigateur de « ${f.flow} »`,
    'link-renewed': (f) =>
      `${f.who} a renouvelé le lien navigateur de « ${f.flow} » : l’ancienne adresse ne mène plus nulle part`,
    'tests-kept': (f) =>
      f.count === 1
        ? `${f.who} a gardé un essai de « ${f.flow} »`
        : `${f.who} a gardé ${f.count} essais de « ${f.flow} »`,
    'tests-removed': (f) =>
      f.count === 1
        ? `${f.who} a supprimé un essai de « ${f.flow} »`
        : `${f.who} a supprimé ${f.count} essais de « ${f.flow} »`,
  },
} satisfies Messages<typeof en>;
