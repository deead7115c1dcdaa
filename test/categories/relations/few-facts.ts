type FewTable = `${"country" | "river" | "relations" | "exceptions" | "aliases" | "synonyms"}.tsv`;

/** A few facts, as the tables that are shipped have them. */
export const fewFacts: Readonly<Record<FewTable, string>> = {
  "country.tsv": `# Made up in part.
name\taliases\tcapital\tcontinent\tfounded\tisland
Peru\t\tLima\tSouth America\t1821\t
Japan\tNippon\tTokyo\tAsia\t\tAsia
Russia\t\tMoscow\tEurope|Asia\t\t
United Kingdom\tUK|U.K.\tLondon\tEurope\t\t
Côte d'Ivoire\tIvory Coast\tYamoussoukro\tAfrica\t1960\t
Nauru\t\t\tOceania\t1968\t
The Gambia\tGambia\tBanjul\tAfrica\t1965\t
São Tomé\t\tSão Tomé\tAfrica\t1975\t
Ghana\t\tAccra\tAfrica\t1957\t
`,
  "river.tsv": `name\taliases\tlength
Amazon\tAmazon River\t6400
`,
  "relations.tsv": `id\tsource\tclass\tattribute\tinput phrase\toutput phrase\tkind\tunit\ttolerance
country-capital\treleased\tcountry\tcapital\ta country\tthe capital of that country\tplace\t\t
country-continent\treleased\tcountry\tcontinent\ta country\tthe continent where that country is located\tcontinent\t\t
# A number.
river-length\town\triver\tlength\ta river\tthe length of that river, in kilometers\tnumber\tkm\t0.1
`,
  "exceptions.tsv": `id\tclass\tattribute\tvalue\tphrase
in-asia\tcountry\tcontinent\tAsia\tthe input country is in Asia
in-europe\tcountry\tcontinent\tEurope\tthe input country is in Europe
with-s\tcountry\tname\tstarts:S\tthe input begins with S
with-t\tcountry\tname\tstarts:T\tthe input begins with T
before-1900\tcountry\tfounded\t<1900\tthe input country was founded before 1900
island-in-asia\tcountry\tisland\tAsia\tthe input country is an island of that continent
`,
  "aliases.tsv": `answer\taliases
United Kingdom\tUK|Great Britain
`,
  "synonyms.tsv": `kind\tid\tnames
class\tcountry\tnation
attribute\tcapital\tcapital city
attribute\tlength\thow long it is
value\tAsia\tAsian
`,
};

/** These tables, some of them changed. */
export function tables(changed: Readonly<Record<string, string>> = {}): Map<string, string> {
  return new Map(Object.entries({ ...fewFacts, ...changed }));
}
