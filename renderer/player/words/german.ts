import type { Words } from './words.ts'

export const german: Words = {
  back: 'Zurück',
  next: 'Weiter',
  skip: 'Überspringen',
  finish: 'Abschließen',
  stepCount: 'Schritt {number} von {total}',
  questionCount: 'Frage {number} von {total}',
  chooseOne: 'Wählen Sie eine Antwort.',
  chooseSeveral: 'Wählen Sie alles Zutreffende.',
  chooseFirst: 'Wählen Sie zuerst eine Antwort, dann prüfen Sie sie.',
  check: 'Prüfen',
  right: 'Richtig',
  partlyRight: 'Teilweise richtig',
  notRight: 'Nicht richtig',
  rightAnswer: 'Richtige Antwort',
  notAnswered: 'Nicht beantwortet',
  resultHeading: 'Ihr Ergebnis',
  finishedHeading: 'Geschafft',
  unfinishedHeading: 'Noch nicht fertig',
  passed: 'Bestanden',
  notPassed: 'Noch nicht bestanden',
  passMark: 'Zum Bestehen brauchen Sie {percent}.',
  completed: 'Sie haben dieses Modul abgeschlossen.',
  toDo: 'Noch zu tun',
  outcomes: 'Darum ging es in diesem Modul',
  answers: 'Ihre Antworten',
  lookAgain: 'Noch einmal ansehen',
  latestAttempt: 'Dieses Mal: {percent}. Ihr bester Versuch zählt.',
  tryAgain: 'Noch einmal versuchen',
  videoProblem:
    'Das Video lässt sich hier nicht abspielen. Prüfen Sie die Verbindung und laden Sie die Seite neu.',
  dismiss: 'Hinweis schließen',
  untracked:
    'Dieses Modul hat keine Lernplattform gefunden; Ihre Ergebnisse werden nicht aufgezeichnet. Sie können weitermachen. Damit sie aufgezeichnet werden, schließen Sie es und öffnen Sie es aus Ihrem Kurs.',
  notRecorded:
    'Ihre Ergebnisse werden im Moment nicht aufgezeichnet. Lassen Sie diese Seite offen und prüfen Sie Ihre Verbindung; jeder Schritt wird noch einmal gesendet.',
  readOnly: 'Sie sehen sich dieses Modul noch einmal an: Nichts davon wird aufgezeichnet.',
  withoutScript:
    'Dieses Modul braucht JavaScript. Schalten Sie es in den Einstellungen des Browsers ein und laden Sie die Seite neu.',
  notKept:
    'Dieser Browser erlaubt nicht, Ihren Fortschritt zu speichern: Er ist vergessen, wenn Sie die Seite schließen.',
}
