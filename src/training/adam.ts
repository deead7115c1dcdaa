const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const TINY = 1e-8;

/** Moves parameters, in place, one step against their gradient. */
export type Optimiser = (parameters: Float64Array, gradient: Float64Array) => void;

/**
 * Adam with bias correction for `count` parameters, algorithm 1 of Kingma and Ba (2015),
 * https://arxiv.org/abs/1412.6980. The powers of the decays are running products, so that every
 * machine gives the same bits.
 */
export function adam(count: number, learningRate: number): Optimiser {
  const means = new Float64Array(count);
  const squares = new Float64Array(count);
  let meanPower = 1;
  let squarePower = 1;
  return (parameters, gradient) => {
    meanPower *= MEAN_DECAY;
    squarePower *= SQUARE_DECAY;
    const rate = learningRate / (1 - meanPower);
    const root = Math.sqrt(1 - squarePower);
    for (let i = 0; i < count; i += 1) {
      const slope = gradient[i] ?? 0;
      const mean = MEAN_DECAY * (means[i] ?? 0) + (1 - MEAN_DECAY) * slope;
      const square = SQUARE_DECAY * (squares[i] ?? 0) + (1 - SQUARE_DECAY) * slope * slope;
      means[i] = mean;
      squares[i] = square;
      parameters[i] = (parameters[i] ?? 0) - (rate * mean) / (Math.sqrt(square) / root + TINY);
    }
  };
}
