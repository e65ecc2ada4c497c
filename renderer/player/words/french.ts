import type { Words } from './words.ts'

export const french: Words = {
  back: 'Retour',
  next: 'Suivant',
  skip: 'Passer',
  finish: 'Terminer',
  stepCount: 'Étape {number} sur {total}',
  questionCount: 'Question {number} sur {total}',
  chooseOne: 'Choisissez une réponse.',
  chooseSeveral: 'Choisissez toutes les bonnes réponses.',
  chooseFirst: 'Choisissez d’abord une réponse, puis vérifiez-la.',
  check: 'Vérifier',
  right: 'Juste',
  partlyRight: 'En partie juste',
  notRight: 'Pas juste',
  rightAnswer: 'Bonne réponse',
  notAnswered: 'Sans réponse',
  resultHeading: 'Votre résultat',
  finishedHeading: 'Terminé',
  unfinishedHeading: 'Pas encore terminé',
  passed: 'Réussi',
  notPassed: 'Pas encore réussi',
  passMark: 'Il faut {percent} pour réussir.',
  completed: 'Vous avez terminé ce module.',
  toDo: 'Encore à faire',
  outcomes: 'Ce dont parlait ce module',
  answers: 'Vos réponses',
  lookAgain: 'Revoir',
  latestAttempt: 'Cette fois : {percent}. Votre meilleur essai compte.',
  tryAgain: 'Réessayer',
  videoProblem: 'La vidéo ne peut pas être lue ici. Vérifiez la connexion, puis rechargez la page.',
  dismiss: 'Fermer ce message',
  untracked:
    'Ce module n’a trouvé aucune plateforme de formation : vos résultats ne sont pas enregistrés. Vous pouvez continuer ; pour qu’ils le soient, fermez-le et ouvrez-le depuis votre cours.',
  notRecorded:
    'Vos résultats ne sont pas enregistrés pour le moment. Gardez cette page ouverte et vérifiez votre connexion ; chaque étape est renvoyée.',
  readOnly: 'Vous relisez ce module : rien de ce que vous faites n’est enregistré.',
  withoutScript:
    'Ce module a besoin de JavaScript. Activez-le dans les réglages du navigateur, puis rechargez la page.',
  notKept:
    'Ce navigateur ne permet pas de garder votre progression : elle sera oubliée à la fermeture de la page.',
}
