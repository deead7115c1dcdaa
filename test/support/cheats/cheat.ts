/** Programs by what they try; `honest` knows as much and tries nothing. */
export interface CheatSources {
  readonly honest: string;
  readonly [attempt: string]: string;
}
