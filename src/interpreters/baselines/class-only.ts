import type { Answer, Interpreter } from "../../contract/index.ts";
import { abstain, answerWithCode } from "./answer.ts";

/** Classes of things, and names of some that everybody knows. */
const CLASSES: readonly (readonly [name: string, members: string])[] = [
  ["a country", "France; Peru; Kenya; Vietnam; Canada; New Zealand"],
  ["a city", "Tokyo; Madrid; Nairobi; Lima; Toronto; Sydney"],
  ["a city in the United States", "Seattle; Denver; Boston; Miami; Detroit; Nashville"],
  ["a state of the United States", "Ohio; Oregon; Utah; Virginia; Maine; Kansas"],
  [
    "a head of state",
    "Vladimir Putin; Emmanuel Macron; Xi Jinping; Barack Obama; Michelle Bachelet",
  ],
  ["a politician", "Nancy Pelosi; Tony Blair; Helmut Kohl; Margaret Thatcher; Bernie Sanders"],
  ["a well-known person", "Oprah Winfrey; Elvis Presley; Stephen King; Madonna; Pablo Picasso"],
  ["a scientist", "Albert Einstein; Marie Curie; Charles Darwin; Niels Bohr; Galileo Galilei"],
  ["an athlete", "Usain Bolt; Serena Williams; Lionel Messi; Michael Jordan; Simone Biles"],
  ["the name of a person", "Mary; John; Susan; Peter; Emily; Thomas"],
  [
    "a monument",
    "Eiffel Tower; Taj Mahal; Stonehenge; Machu Picchu; Colosseum; Golden Gate Bridge",
  ],
  ["a mountain", "Mount Everest; Mont Blanc; Mount Fuji; Aconcagua; Denali; Kilimanjaro"],
  ["a river", "Nile; Danube; Amazon; Mekong; Volga; Mississippi"],
  ["the title of a book", "Moby-Dick; 1984; War and Peace; Dracula; Don Quixote; The Trial"],
  ["an opera", "Carmen; Tosca; Aida; Fidelio; The Magic Flute; Salome"],
  ["a painting", "Mona Lisa; Guernica; The Starry Night; The Scream; The Night Watch"],
  ["a film", "Casablanca; Psycho; Jaws; Pulp Fiction; Inception; Vertigo"],
  ["a song", "Bohemian Rhapsody; Imagine; Thriller; Yesterday; Billie Jean"],
  ["a character of a novel", "Sherlock Holmes; Captain Ahab; Elizabeth Bennet; Frodo Baggins"],
  ["an animal", "lion; cow; shark; eagle; rabbit; whale"],
  ["a gemstone", "ruby; emerald; sapphire; topaz; amethyst; opal"],
  ["a chemical element", "oxygen; iron; gold; neon; uranium; sodium"],
  ["an invention", "telephone; light bulb; dynamite; steam engine; airplane; penicillin"],
  ["a company", "Toyota; Nestlé; Apple; Siemens; HSBC; Samsung"],
  ["the code of an airport", "JFK; LHR; CDG; LAX; SIN; FRA"],
  ["a dish", "sushi; pizza; paella; goulash; tiramisu; pho"],
  ["a musical instrument", "violin; trumpet; flute; drum; guitar; clarinet"],
  ["a language", "Spanish; Hindi; Swahili; Finnish; Arabic; Korean"],
];

/** Names of each class that are asked, as far as the queries reach. */
const MOST_OF_CLASS = 4;

/**
 * Says which class of inputs a relation is about, and nothing of what it gives for them: asks for names
 * of many classes, and takes the class with the largest share of answers.
 */
export function classOnly(): Interpreter {
  return {
    id: "class-only",
    configuration: { version: 1 },
    async interpret({ probe, briefing }, signal) {
      if (briefing.answer.relation !== true)
        return abstain("This baseline is for relations; nothing was asked.");
      const asked = questions(probe.remaining().queries ?? Infinity);
      const answers = await probe.ask(
        asked.map(({ member }) => member),
        signal,
      );
      const found = bestClass(asked, answers);
      if (found === null) return abstain(`None of ${asked.length} names had an answer.`);
      return {
        ...answerWithCode(
          `Takes ${found}; what it gives was not looked at. ${asked.length} names of many classes were asked.`,
          "",
        ),
        code: null,
        relation: { input: found, output: "" },
      };
    },
  };
}

interface Question {
  readonly name: string;
  readonly member: string;
}

/** One name of each class, then a second one of each, and so on. */
function questions(most: number): readonly Question[] {
  const rows = CLASSES.map(([name, members]) => ({ name, members: members.split("; ") }));
  return Array.from({ length: MOST_OF_CLASS }, (_, i) =>
    rows.flatMap(({ name, members }) => {
      const member = members[i];
      return member === undefined ? [] : [{ name, member }];
    }),
  )
    .flat()
    .slice(0, most);
}

/** The class with the largest share of answers, the first among several; `null` without an answer. */
function bestClass(asked: readonly Question[], answers: readonly Answer[]): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [name] of CLASSES) {
    const own = asked.flatMap((question, i) => (question.name === name ? [answers[i]] : []));
    const share = own.filter((answer) => answer?.kind === "value").length / Math.max(1, own.length);
    if (share > most) [best, most] = [name, share];
  }
  return best;
}
