/** Writes the gradient of the mean squared error over all points, at these parameters, into `into`. */
export type Gradient = (parameters: Float64Array, into: Float64Array) => void;
