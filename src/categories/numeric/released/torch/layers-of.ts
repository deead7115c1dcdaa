import type { Layer } from "../../functions/spec.ts";
import { badFile, quoted } from "./bad-file.ts";
import type { TorchTensor } from "./read-torch-tensors.ts";

/**
 * The layers of a network from one number to one number, out of the state of a PyTorch
 * `Sequential` named `layers` in which a ReLU stands between any two linear layers. Throws
 * `bad-data`.
 */
export function layersOf(tensors: ReadonlyMap<string, TorchTensor>): readonly Layer[] {
  const count = Math.max(2, Math.ceil(tensors.size / 2));
  // ReLUs have no weights, so that the linear layers carry the even numbers.
  const names = Array.from({ length: count }, (_, i) => [
    `layers.${2 * i}.weight`,
    `layers.${2 * i}.bias`,
  ]);
  const expected = names.flat();
  if (tensors.size !== expected.length || !expected.every((name) => tensors.has(name))) {
    throw badFile(
      `the tensors ${expected.slice(0, 4).join(", ")}, … of a network`,
      [...tensors.keys()].slice(0, 6).map(quoted).join(", ") || "none",
    );
  }
  let inputs = 1;
  return names.map(([weightName = "", biasName = ""], i) => {
    const outputs = i === count - 1 ? 1 : (tensors.get(biasName)?.values.length ?? 0);
    const weights = ofShape(tensors, weightName, [outputs, inputs]);
    const biases = ofShape(tensors, biasName, [outputs]);
    const width = inputs;
    inputs = outputs;
    return {
      weights: Array.from({ length: outputs }, (_, row) => [
        ...weights.subarray(row * width, (row + 1) * width),
      ]),
      biases: [...biases],
    };
  });
}

function ofShape(
  tensors: ReadonlyMap<string, TorchTensor>,
  name: string,
  shape: readonly number[],
): Float32Array {
  const tensor = tensors.get(name);
  if (tensor?.shape.join() === shape.join()) return tensor.values;
  throw badFile(
    `${quoted(name)} of shape (${shape.join(", ")})`,
    `(${tensor?.shape.join(", ") ?? ""})`,
  );
}
