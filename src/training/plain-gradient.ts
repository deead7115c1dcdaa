import type { Gradient } from "./gradient.ts";
import type { TrainingPoints } from "./training-points.ts";

/**
 * The gradient for one hidden layer of `width` units by backpropagation, point by point: what the
 * prefix sums are measured against. Parameters stand as in `prefixGradient`.
 */
export function plainGradient(width: number, { xs, ys }: TrainingPoints): Gradient {
  const hidden = new Float64Array(width);
  const [biases, heights, last] = [width, 2 * width, 3 * width];
  const scale = 2 / xs.length;
  return (parameters, into) => {
    into.fill(0);
    for (let i = 0; i < xs.length; i += 1) {
      const x = xs[i] ?? 0;
      let output = parameters[last] ?? 0;
      for (let k = 0; k < width; k += 1) {
        const sum = (parameters[k] ?? 0) * x + (parameters[biases + k] ?? 0);
        const active = sum > 0 ? sum : 0;
        hidden[k] = active;
        output += (parameters[heights + k] ?? 0) * active;
      }
      const residual = output - (ys[i] ?? 0);
      for (let k = 0; k < width; k += 1) {
        const active = hidden[k] ?? 0;
        if (active === 0) continue;
        const slope = residual * (parameters[heights + k] ?? 0);
        into[k] = (into[k] ?? 0) + slope * x;
        into[biases + k] = (into[biases + k] ?? 0) + slope;
        into[heights + k] = (into[heights + k] ?? 0) + residual * active;
      }
      into[last] = (into[last] ?? 0) + residual;
    }
    for (let i = 0; i < into.length; i += 1) into[i] = scale * (into[i] ?? 0);
  };
}
