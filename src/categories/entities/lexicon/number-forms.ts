/** Words that end as plurals do and are none, or whose singular is another word. */
const NO_PLURAL = new Set(
  (
    "news goods customs arms glasses clothes works means odds thanks remains spirits savings " +
    "species series headquarters lens bus gas plus atlas canvas christmas always perhaps thus yes " +
    "chaos cosmos bias alias texas paris kansas arkansas states times mars venus minutes proceedings " +
    "jeans trousers scissors shorts pants billiards darts measles rabies diabetes chess dress grass"
  ).split(" "),
);

/** Words that a plural could seem to come from and does not. */
const NO_SINGULAR = new Set(["new", "good", "custom", "arm", "mean", "odd"]);

/** Plurals that are made in no regular way. */
const IRREGULAR: readonly (readonly [singular: string, plural: string])[] = [
  ["bus", "buses"],
  ["gas", "gases"],
  ["lens", "lenses"],
  ["man", "men"],
  ["woman", "women"],
  ["child", "children"],
  ["foot", "feet"],
  ["tooth", "teeth"],
  ["goose", "geese"],
  ["mouse", "mice"],
  ["ox", "oxen"],
  ["wolf", "wolves"],
  ["knife", "knives"],
  ["wife", "wives"],
  ["leaf", "leaves"],
  ["shelf", "shelves"],
  ["half", "halves"],
  ["loaf", "loaves"],
  ["calf", "calves"],
  ["thief", "thieves"],
  ["scarf", "scarves"],
  ["hoof", "hooves"],
  ["criterion", "criteria"],
  ["phenomenon", "phenomena"],
  ["bacterium", "bacteria"],
  ["nucleus", "nuclei"],
  ["fungus", "fungi"],
  ["cactus", "cacti"],
  ["vertebra", "vertebrae"],
  ["larva", "larvae"],
  ["crisis", "crises"],
  ["analysis", "analyses"],
  ["oasis", "oases"],
];
const PLURALS: ReadonlyMap<string, string> = new Map(IRREGULAR);
const SINGULARS: ReadonlyMap<string, string> = new Map(
  IRREGULAR.map(([singular, plural]) => [plural, singular]),
);

/**
 * The singular of a plural, or the plurals of a singular, of a key's last word; none where that could
 * be another word. Short words and names are not for this.
 */
export function numberForms(key: string): readonly string[] {
  const at = key.lastIndexOf(" ") + 1;
  const [before, last] = [key.slice(0, at), key.slice(at)];
  return formsOf(last).map((form) => before + form);
}

function formsOf(word: string): readonly string[] {
  if (!/^[a-z]{3,}$/u.test(word)) return [];
  const known = PLURALS.get(word) ?? SINGULARS.get(word) ?? endingIn(word);
  if (known !== null && known !== undefined) return [known];
  return isPlural(word) ? singulars(word) : plurals(word);
}

/** Compounds such as `fireman`. */
function endingIn(word: string): string | null {
  const end = /(?:wo)?m[ae]n$/u.exec(word)?.[0] ?? "";
  // A human, a German, a shaman and a talisman end so by chance.
  const isChance = /^(?:human|german|roman|ottoman|shaman|talisman|norman|caiman)$/u.test(word);
  const other = PLURALS.get(end) ?? SINGULARS.get(end);
  return other === undefined || isChance ? null : word.slice(0, -end.length) + other;
}

function isPlural(word: string): boolean {
  return (
    word.length > 3 &&
    word.endsWith("s") &&
    !/(?:ss|us|is|ics)$/u.test(word) &&
    !NO_PLURAL.has(word)
  );
}

/** Of several forms one at most is a word: `shoe` and `sho`. */
function singulars(word: string): readonly string[] {
  if (/[^aeiou]ies$/u.test(word) && word.length > 4) return [`${word.slice(0, -3)}y`];
  const short = /(?:ss|us|x|z|[cs]h|o)es$/u.test(word) ? [word.slice(0, -2)] : [];
  return [word.slice(0, -1), ...short].filter((each) => !NO_SINGULAR.has(each));
}

function plurals(word: string): readonly string[] {
  if (/(?:ed|ly|ics)$/u.test(word)) return [];
  if (/(?:ss|us|x|z|[cs]h)$/u.test(word)) return allowed([`${word}es`]);
  if (word.endsWith("s")) return [];
  if (/[^aeiou]y$/u.test(word)) return [`${word.slice(0, -1)}ies`];
  return allowed(/[^aeiou]o$/u.test(word) ? [`${word}s`, `${word}es`] : [`${word}s`]);
}

function allowed(forms: readonly string[]): readonly string[] {
  return forms.filter((form) => !NO_PLURAL.has(form));
}
