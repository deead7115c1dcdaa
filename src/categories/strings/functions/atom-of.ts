import type {
  LetterKind,
  LetterWordKind,
  NumberKind,
  PlainKind,
  PositionKind,
  PositionsKind,
  Reading,
  ReadKind,
  StringAtom,
} from "./spec.ts";

/** The name of an operation on texts. */
export type StringKind = StringAtom["kind"];

interface Read {
  readonly reading: Reading;
}

/** The data of one operation. */
export type AtomOf<K extends StringKind> = K extends PlainKind
  ? { readonly kind: K }
  : K extends ReadKind
    ? Read & { readonly kind: K }
    : K extends LetterKind
      ? { readonly kind: K; readonly letter: string }
      : K extends LetterWordKind
        ? Read & { readonly kind: K; readonly letter: string }
        : K extends NumberKind
          ? Read & { readonly kind: K; readonly by: number }
          : K extends PositionKind
            ? Read & { readonly kind: K; readonly position: number }
            : K extends PositionsKind
              ? Read & { readonly kind: K; readonly from: number; readonly at: number }
              : Extract<StringAtom, { readonly kind: K }>;
