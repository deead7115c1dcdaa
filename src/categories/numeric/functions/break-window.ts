/** Where to look for breakpoints, and how many of those nearest to the centre are wanted. */
export interface BreakWindow {
  readonly from: number;
  readonly to: number;
  readonly centre: number;
  readonly limit: number;
}
