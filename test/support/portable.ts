import { notPortable, portable } from "./arrows.ts";

/** Whether a file of src is to run on any engine. */
export function isPortable(path: string): boolean {
  const isIn = portable.some((folder) => path.startsWith(`src/${folder}/`));
  return isIn && !notPortable.some((exception) => exception.test(path));
}
