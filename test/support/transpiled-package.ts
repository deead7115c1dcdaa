import { copyFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { transpile } from "./transpile.ts";

/** What the built program reads beside its own code. */
const BESIDE = ["data", "recipes", "schemas", "python", "typescript", "examples", "node_modules"];

/**
 * Puts into a new folder what an installed package holds, the sources turned into JavaScript
 * without a look at their types, and gives the path of its program.
 */
export function transpiledPackage(root: string, folder: string): string {
  transpile(root, join(folder, "dist"));
  copyFileSync(join(root, "package.json"), join(folder, "package.json"));
  for (const name of BESIDE) symlinkSync(join(root, name), join(folder, name));
  return join(folder, "dist/cli/main.js");
}
