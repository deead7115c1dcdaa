/** The only names that a weights file may mention; each stands for itself and runs nothing. */
export type PickleGlobal =
  "collections.OrderedDict" | "torch._utils._rebuild_tensor_v2" | "torch.FloatStorage";

/** A list of fixed length; it may hold itself through dictionaries, so no walk may recurse. */
export interface PickleTuple {
  readonly kind: "tuple";
  readonly items: readonly PickleValue[];
}

/** Values by name, in the order in which they were set. */
export interface PickleDictionary {
  readonly kind: "dictionary";
  readonly entries: Map<string, PickleValue>;
}

/** A stretch of float32 numbers, in an entry of the zip named for the key. */
export interface PickleStorage {
  readonly kind: "storage";
  readonly key: string;
  /** How many numbers it is said to hold. */
  readonly length: number;
}

/** A tensor as the pickle describes it; nothing about it is checked yet. */
export interface PickleTensor {
  readonly kind: "tensor";
  readonly storage: PickleStorage;
  /** Numbers of the storage before the first of this tensor. */
  readonly offset: number;
  readonly shape: readonly number[];
  /** How far apart neighbours along each axis lie in the storage. */
  readonly strides: readonly number[];
}

/** What the pickle machine handles; numbers are whole and of 32 bits. */
export type PickleValue =
  | number
  | boolean
  | string
  | PickleTuple
  | PickleDictionary
  | PickleStorage
  | PickleTensor
  | { readonly kind: "global"; readonly name: PickleGlobal };

/** What sort of value this is, in one word for a message. */
export function sortOf(value: PickleValue | undefined): string {
  return typeof value === "object" ? value.kind : typeof value;
}
