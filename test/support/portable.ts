import { notPortable, portable } from "./arrows.ts";

/** Whether a file of src is to run on any engine. */
export function isPortable(path: string): boolean {
  const isIn = (place: string): boolean =>
    path === `src/${place}` || path.startsWith(`src/${place}/`);
  return portable.some(isIn) && !notPortable.some(isIn);
}
