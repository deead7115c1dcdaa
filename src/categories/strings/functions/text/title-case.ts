// Upper case, title case and lower case of the four letters that are two in one.
const DIGRAPHS = "ǄǅǆǇǈǉǊǋǌǱǲǳ";

/** A character in title case, which differs from upper case in digraphs, Georgian and some Greek. */
export function titleCase(character: string): string {
  const digraph = DIGRAPHS.indexOf(character);
  if (digraph !== -1) return DIGRAPHS.charAt(digraph - (digraph % 3) + 1);
  if (/^[\u10d0-\u10ff]$/.test(character)) return character;
  const [head = "", ...rest] = character.toUpperCase();
  const tail = rest.join("");
  if (tail === "" || character === "ŉ") return head + tail;
  // An iota that stood below a Greek letter goes back there.
  const small = tail.toLowerCase().replace(/ι$/, "\u0345");
  return small === "\u0345" ? (head + small).normalize("NFC") : head + small;
}
