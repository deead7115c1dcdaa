import type { AtomOf, StringKind } from "./atom-of.ts";
import { alternateCase } from "./operations/alternate-case.ts";
import { append } from "./operations/append.ts";
import { appendFirst } from "./operations/append-first.ts";
import { appendLast } from "./operations/append-last.ts";
import { appendLetterIfMissing } from "./operations/append-letter-if-missing.ts";
import { appendMiddle } from "./operations/append-middle.ts";
import { capitalize } from "./operations/capitalize.ts";
import { countConsonants } from "./operations/count-consonants.ts";
import { countLetter } from "./operations/count-letter.ts";
import { countLowercase } from "./operations/count-lowercase.ts";
import { countSubstring } from "./operations/count-substring.ts";
import { countUppercase } from "./operations/count-uppercase.ts";
import { countVowels } from "./operations/count-vowels.ts";
import { digitIndexes } from "./operations/digit-indexes.ts";
import { findLetter } from "./operations/find-letter.ts";
import { firstCharacter } from "./operations/first-character.ts";
import { firstOrdinal } from "./operations/first-ordinal.ts";
import { insertLetter } from "./operations/insert-letter.ts";
import { insertNumber } from "./operations/insert-number.ts";
import { keepUppercase } from "./operations/keep-uppercase.ts";
import { lastCharacter } from "./operations/last-character.ts";
import { lastOrdinal } from "./operations/last-ordinal.ts";
import { lengthWord } from "./operations/length.ts";
import { letterIndexes } from "./operations/letter-indexes.ts";
import { lowercase } from "./operations/lowercase.ts";
import { mapLetters } from "./operations/map-letters.ts";
import { middleCharacter } from "./operations/middle-character.ts";
import { middleOrdinal } from "./operations/middle-ordinal.ts";
import { removeDigits } from "./operations/remove-digits.ts";
import { removeLetter } from "./operations/remove-letter.ts";
import { removeRepeats } from "./operations/remove-repeats.ts";
import { removeWhitespace } from "./operations/remove-whitespace.ts";
import { replaceLetter } from "./operations/replace-letter.ts";
import { replaceVowelsAtCount } from "./operations/replace-vowels-at-count.ts";
import { replaceVowelsWithFirst } from "./operations/replace-vowels-with-first.ts";
import { replaceVowelsWithLast } from "./operations/replace-vowels-with-last.ts";
import { replaceVowelsWithLetter } from "./operations/replace-vowels-with-letter.ts";
import { replaceVowelsWithMiddle } from "./operations/replace-vowels-with-middle.ts";
import { reverse } from "./operations/reverse.ts";
import { reverseFirstHalf } from "./operations/reverse-first-half.ts";
import { reverseSecondHalf } from "./operations/reverse-second-half.ts";
import { reverseVowels } from "./operations/reverse-vowels.ts";
import { reverseWords } from "./operations/reverse-words.ts";
import { shiftAnyDown } from "./operations/shift-any-down.ts";
import { shiftAnyUp } from "./operations/shift-any-up.ts";
import { shiftByLength } from "./operations/shift-by-length.ts";
import { shiftByLetterDown } from "./operations/shift-by-letter-down.ts";
import { shiftByLetterUp } from "./operations/shift-by-letter-up.ts";
import { shiftDown } from "./operations/shift-down.ts";
import { shiftFirstDown } from "./operations/shift-first-down.ts";
import { shiftFirstUp } from "./operations/shift-first-up.ts";
import { shiftLastDown } from "./operations/shift-last-down.ts";
import { shiftLastUp } from "./operations/shift-last-up.ts";
import { shiftMiddleByLength } from "./operations/shift-middle-by-length.ts";
import { shiftMiddleDown } from "./operations/shift-middle-down.ts";
import { shiftMiddleUp } from "./operations/shift-middle-up.ts";
import { shiftPositionDown } from "./operations/shift-position-down.ts";
import { shiftPositionUp } from "./operations/shift-position-up.ts";
import { shiftUp } from "./operations/shift-up.ts";
import { spellDigits } from "./operations/spell-digits.ts";
import { splitAtLetter } from "./operations/split-at-letter.ts";
import { strip } from "./operations/strip.ts";
import { stripLeft } from "./operations/strip-left.ts";
import { stripRight } from "./operations/strip-right.ts";
import { swapEnds } from "./operations/swap-ends.ts";
import { swapPositions } from "./operations/swap-positions.ts";
import { uppercase } from "./operations/uppercase.ts";
import type { StringAtom } from "./spec.ts";
import type { StringOperation } from "./string-operation.ts";

const operations: { readonly [K in StringKind]: StringOperation<AtomOf<K>> } = {
  "alternate-case": alternateCase,
  append,
  "append-first": appendFirst,
  "append-last": appendLast,
  "append-letter-if-missing": appendLetterIfMissing,
  "append-middle": appendMiddle,
  capitalize,
  "count-consonants": countConsonants,
  "count-letter": countLetter,
  "count-lowercase": countLowercase,
  "count-substring": countSubstring,
  "count-uppercase": countUppercase,
  "count-vowels": countVowels,
  "digit-indexes": digitIndexes,
  "find-letter": findLetter,
  "first-character": firstCharacter,
  "first-ordinal": firstOrdinal,
  "insert-letter": insertLetter,
  "insert-number": insertNumber,
  "keep-uppercase": keepUppercase,
  "last-character": lastCharacter,
  "last-ordinal": lastOrdinal,
  length: lengthWord,
  "letter-indexes": letterIndexes,
  lowercase,
  "map-letters": mapLetters,
  "middle-character": middleCharacter,
  "middle-ordinal": middleOrdinal,
  "remove-digits": removeDigits,
  "remove-letter": removeLetter,
  "remove-repeats": removeRepeats,
  "remove-whitespace": removeWhitespace,
  "replace-letter": replaceLetter,
  "replace-vowels-at-count": replaceVowelsAtCount,
  "replace-vowels-with-first": replaceVowelsWithFirst,
  "replace-vowels-with-last": replaceVowelsWithLast,
  "replace-vowels-with-letter": replaceVowelsWithLetter,
  "replace-vowels-with-middle": replaceVowelsWithMiddle,
  reverse,
  "reverse-first-half": reverseFirstHalf,
  "reverse-second-half": reverseSecondHalf,
  "reverse-vowels": reverseVowels,
  "reverse-words": reverseWords,
  "shift-any-down": shiftAnyDown,
  "shift-any-up": shiftAnyUp,
  "shift-by-length": shiftByLength,
  "shift-by-letter-down": shiftByLetterDown,
  "shift-by-letter-up": shiftByLetterUp,
  "shift-down": shiftDown,
  "shift-first-down": shiftFirstDown,
  "shift-first-up": shiftFirstUp,
  "shift-last-down": shiftLastDown,
  "shift-last-up": shiftLastUp,
  "shift-middle-by-length": shiftMiddleByLength,
  "shift-middle-down": shiftMiddleDown,
  "shift-middle-up": shiftMiddleUp,
  "shift-position-down": shiftPositionDown,
  "shift-position-up": shiftPositionUp,
  "shift-up": shiftUp,
  "spell-digits": spellDigits,
  "split-at-letter": splitAtLetter,
  strip,
  "strip-left": stripLeft,
  "strip-right": stripRight,
  "swap-ends": swapEnds,
  "swap-positions": swapPositions,
  uppercase,
};

/** The names of all operations. */
export const stringKinds: readonly StringKind[] = Object.values(operations).map(({ kind }) => kind);

/** What the operations of one name mean. */
export function operationOf(kind: StringKind): StringOperation<StringAtom> {
  return operations[kind];
}
