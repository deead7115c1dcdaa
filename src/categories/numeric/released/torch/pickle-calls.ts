import { badFile, quoted } from "./bad-file.ts";
import { sortOf } from "./pickle-value.ts";
import type { PickleGlobal, PickleStorage, PickleTensor, PickleValue } from "./pickle-value.ts";

const MOST_AXES = 8;

const globals: ReadonlyMap<string, PickleGlobal> = new Map<string, PickleGlobal>([
  ["collections OrderedDict", "collections.OrderedDict"],
  ["torch._utils _rebuild_tensor_v2", "torch._utils._rebuild_tensor_v2"],
  ["torch FloatStorage", "torch.FloatStorage"],
]);

/** The global that a module and a name stand for: one of three. Refuses all others. */
export function namedGlobal(module: string, name: string): PickleValue {
  const known = globals.get(`${module} ${name}`);
  if (known !== undefined) return { kind: "global", name: known };
  const asked = quoted(`${module}.${name}`);
  if (module.startsWith("torch") && name.endsWith("Storage")) {
    throw badFile("float32 weights (torch.FloatStorage)", `${asked}; convert them to float32`);
  }
  throw badFile(
    "the state dictionary of a network, tensors only",
    `a pickle that asks for ${asked}, which is never run; save \`model.state_dict()\` instead`,
  );
}

/** What a call in the pickle gives: an empty dictionary or a tensor; nothing is run. */
export function called(callee: PickleValue, args: PickleValue): PickleValue {
  if (sortOf(args) !== "tuple") throw badFile("a tuple of arguments", `a ${sortOf(args)}`);
  if (typeof callee !== "object" || callee.kind !== "global") {
    throw badFile("a call of a known name", `a call of a ${sortOf(callee)}`);
  }
  switch (callee.name) {
    case "collections.OrderedDict":
      if (itemsOf(args).length > 0) throw badFile("an empty OrderedDict", "one with arguments");
      return { kind: "dictionary", entries: new Map() };
    case "torch._utils._rebuild_tensor_v2":
      return tensorOf(itemsOf(args));
    case "torch.FloatStorage":
      throw badFile("storages in entries of the zip", "a call of torch.FloatStorage");
  }
}

/** The storage that a persistent id means: ("storage", type, key, device, length). */
export function storageOf(id: PickleValue): PickleStorage {
  const items = itemsOf(id);
  const [tag, type, key, device, length] = items;
  const isFloat = typeof type === "object" && type.kind === "global";
  if (
    items.length === 5 &&
    tag === "storage" &&
    isFloat &&
    type.name === "torch.FloatStorage" &&
    typeof key === "string" &&
    typeof device === "string" &&
    isCount(length)
  ) {
    return { kind: "storage", key, length };
  }
  throw badFile(
    "a storage as torch.save refers to it",
    `(${items.map(sortOf).slice(0, 9).join(", ")})`,
  );
}

/** The arguments: storage, offset, shape, strides, whether it has a gradient, hooks (none). */
function tensorOf(args: readonly PickleValue[]): PickleTensor {
  const [storage, offset, shape, strides, gradient, hooks] = args;
  if (
    args.length === 6 &&
    typeof storage === "object" &&
    storage.kind === "storage" &&
    isCount(offset) &&
    typeof gradient === "boolean" &&
    typeof hooks === "object" &&
    hooks.kind === "dictionary" &&
    hooks.entries.size === 0
  ) {
    return { kind: "tensor", storage, offset, shape: countsOf(shape), strides: countsOf(strides) };
  }
  throw badFile(
    "a tensor as torch.save describes it",
    `(${args.map(sortOf).slice(0, 9).join(", ")})`,
  );
}

function countsOf(value: PickleValue | undefined): readonly number[] {
  const items = itemsOf(value);
  if (items.length > MOST_AXES || !items.every(isCount)) {
    throw badFile(`at most ${MOST_AXES} whole numbers ≥ 0 as a shape or strides`, "something else");
  }
  return items;
}

function isCount(value: PickleValue | undefined): value is number {
  return typeof value === "number" && value >= 0;
}

function itemsOf(value: PickleValue | undefined): readonly PickleValue[] {
  if (typeof value === "object" && value.kind === "tuple") return value.items;
  throw badFile("a tuple", `a ${sortOf(value)}`);
}
