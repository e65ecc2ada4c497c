import type { Words } from './words.ts'

export const italian: Words = {
  back: 'Indietro',
  next: 'Avanti',
  skip: 'Salta',
  finish: 'Concludi',
  stepCount: 'Passo {number} di {total}',
  questionCount: 'Domanda {number} di {total}',
  chooseOne: 'Scelga una risposta.',
  chooseSeveral: 'Scelga tutte quelle giuste.',
  chooseFirst: 'Scelga prima una risposta, poi la controlli.',
  check: 'Controlla',
  right: 'Giusto',
  partlyRight: 'Giusto in parte',
  notRight: 'Non giusto',
  rightAnswer: 'Risposta giusta',
  notAnswered: 'Senza risposta',
  resultHeading: 'Il suo risultato',
  finishedHeading: 'Finito',
  unfinishedHeading: 'Non ancora finito',
  passed: 'Superato',
  notPassed: 'Non ancora superato',
  passMark: 'Per superarlo serve {percent}.',
  completed: 'Ha completato questo modulo.',
  toDo: 'Ancora da fare',
  outcomes: 'Di che cosa parlava questo modulo',
  answers: 'Le sue risposte',
  lookAgain: 'Rivedi',
  latestAttempt: 'Questa volta: {percent}. Vale il tentativo migliore.',
  tryAgain: 'Riprova',
  videoProblem: 'Il video non può essere riprodotto qui. Controlli la connessione, poi ricarichi la pagina.',
  dismiss: 'Chiudi questo avviso',
  untracked:
    'Questo modulo non ha trovato nessuna piattaforma di formazione: i suoi risultati non vengono registrati. Può continuare; perché siano registrati, lo chiuda e lo apra dal suo corso.',
  notRecorded:
    'Al momento i suoi risultati non vengono registrati. Tenga aperta la pagina e controlli la connessione; ogni passo viene inviato di nuovo.',
  readOnly: 'Sta rivedendo questo modulo: nulla di ciò che fa ora viene registrato.',
  withoutScript:
    'Questo modulo ha bisogno di JavaScript. Lo attivi nelle impostazioni del browser, poi ricarichi la pagina.',
  notKept:
    'Questo browser non permette di conservare i progressi: vengono dimenticati quando si chiude la pagina.',
}
