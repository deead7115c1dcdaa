import { numberWords } from "../text/number-word.ts";
import type { Helper } from "./helper.ts";

const BLANK = String.raw`[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`;

/** What bodies in JavaScript may use; all of it sees code points. */
export const javascriptHelpers: readonly Helper[] = [
  { name: "VOWELS", source: 'const VOWELS = "aeiouAEIOU";' },
  { name: "ALPHABET", source: 'const ALPHABET = "abcdefghijklmnopqrstuvwxyz";' },
  { name: "LEADING", source: `const LEADING = /^${BLANK}+/;` },
  { name: "TRAILING", source: `const TRAILING = /${BLANK}+$/;` },
  {
    name: "WORDS",
    source: `const WORDS = (
  "${numberWords.slice(0, 16).join(" ")} " +
  "${numberWords.slice(16).join(" ")}"
).split(" ");`,
  },
  {
    name: "word",
    source: `
function word(n) {
  if (!(n in WORDS)) throw new RangeError("there is no word for " + n);
  return WORDS[n];
}
`,
  },
  {
    name: "at",
    source: `
function at(characters, i) {
  const c = characters[i < 0 ? characters.length + i : i];
  if (c === undefined) throw new RangeError("there is no such character");
  return c;
}
`,
  },
  { name: "isLetter", source: String.raw`const isLetter = (c) => /^\p{L}$/u.test(c);` },
  {
    name: "isDigit",
    source: String.raw`const isDigit = (c) =>
  /^[\p{Nd}\xb2\xb3\xb9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]$/u.test(c);`,
  },
  { name: "isUpper", source: String.raw`const isUpper = (c) => /^\p{Uppercase}$/u.test(c);` },
  { name: "isLower", source: String.raw`const isLower = (c) => /^\p{Lowercase}$/u.test(c);` },
  { name: "isBlank", source: `const isBlank = (c) => /^${BLANK}$/.test(c);` },
  {
    name: "words",
    source: `const words = (s) => s.split(/${BLANK}+/).filter((w) => w !== "");`,
  },
  {
    name: "letter",
    source:
      "const letter = (place, first) => String.fromCodePoint((((place % 26) + 26) % 26) + first);",
  },
  {
    name: "shifted",
    source: `
function shifted(c, by) {
  if (!/^[A-Za-z]$/.test(c)) return c;
  const first = c < "a" ? 65 : 97;
  return letter(c.charCodeAt(0) - first + by, first);
}
`,
  },
  {
    name: "wrapped",
    source: `
function wrapped(c, by) {
  if (!isLetter(c)) return c;
  const first = isUpper(c) ? 65 : 97;
  return letter(c.codePointAt(0) - first + by, first);
}
`,
  },
  {
    name: "moved",
    source: `
function moved(c, by, jumps) {
  if (!isLetter(c)) return c;
  return c in jumps ? jumps[c] : String.fromCodePoint(c.codePointAt(0) + by);
}
`,
  },
  {
    name: "lowerCode",
    source: `
function lowerCode(c) {
  const small = [...c.toLowerCase()];
  if (small.length !== 1) throw new RangeError(c + " is not one character in lower case");
  return small[0].codePointAt(0);
}
`,
  },
  {
    name: "titled",
    source: String.raw`
function titled(c) {
  const digraph = "ǄǅǆǇǈǉǊǋǌǱǲǳ".indexOf(c);
  if (digraph !== -1) return "ǄǅǆǇǈǉǊǋǌǱǲǳ"[digraph - (digraph % 3) + 1];
  if (/^[\u10d0-\u10ff]$/.test(c)) return c;
  const [head, ...rest] = c.toUpperCase();
  const tail = rest.join("");
  if (tail === "" || c === "ŉ") return head + tail;
  const small = tail.toLowerCase().replace(/ι$/, "\u0345");
  return small === "\u0345" ? (head + small).normalize("NFC") : head + small;
}
`,
  },
  {
    name: "capitalize",
    source: `
function capitalize(s) {
  const [c] = s;
  if (c === undefined) return "";
  return titled(c) + s.toLowerCase().slice(c.toLowerCase().length);
}
`,
  },
];
