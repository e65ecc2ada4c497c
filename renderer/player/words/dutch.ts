import type { Words } from './words.ts'

export const dutch: Words = {
  back: 'Terug',
  next: 'Verder',
  skip: 'Overslaan',
  finish: 'Afronden',
  stepCount: 'Stap {number} van {total}',
  questionCount: 'Vraag {number} van {total}',
  chooseOne: 'Kies één antwoord.',
  chooseSeveral: 'Kies alles wat klopt.',
  chooseFirst: 'Kies eerst een antwoord en controleer het dan.',
  check: 'Controleren',
  right: 'Goed',
  partlyRight: 'Gedeeltelijk goed',
  notRight: 'Niet goed',
  rightAnswer: 'Goede antwoord',
  notAnswered: 'Niet beantwoord',
  resultHeading: 'Uw resultaat',
  finishedHeading: 'Klaar',
  unfinishedHeading: 'Nog niet klaar',
  passed: 'Geslaagd',
  notPassed: 'Nog niet geslaagd',
  passMark: 'U hebt {percent} nodig om te slagen.',
  completed: 'U hebt deze module voltooid.',
  toDo: 'Nog te doen',
  outcomes: 'Waar deze module over ging',
  answers: 'Uw antwoorden',
  lookAgain: 'Opnieuw bekijken',
  latestAttempt: 'Deze keer: {percent}. Uw beste poging telt.',
  tryAgain: 'Opnieuw proberen',
  videoProblem:
    'De video kan hier niet worden afgespeeld. Controleer de verbinding en laad de pagina opnieuw.',
  dismiss: 'Deze melding sluiten',
  untracked:
    'Deze module vond geen leerplatform, dus uw resultaten worden niet vastgelegd. U kunt doorgaan; om ze te laten vastleggen sluit u de module en opent u die vanuit uw cursus.',
  notRecorded:
    'Uw resultaten worden op dit moment niet vastgelegd. Houd deze pagina open en controleer uw verbinding; elke stap wordt opnieuw verstuurd.',
  readOnly: 'U bekijkt deze module opnieuw: niets van wat u nu doet wordt vastgelegd.',
  withoutScript:
    'Deze module heeft JavaScript nodig. Zet het aan in de instellingen van de browser en laad de pagina opnieuw.',
  notKept: 'Deze browser kan uw voortgang niet bewaren: die is vergeten zodra u de pagina sluit.',
}
