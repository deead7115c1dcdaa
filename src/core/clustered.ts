/** Numbers in clusters that are drawn as wholes, one cluster after the other; none is empty. */
export interface Clustered {
  readonly values: Float64Array;
  /** Where each cluster ends among the values. */
  readonly ends: Int32Array;
}
