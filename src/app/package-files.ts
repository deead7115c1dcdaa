import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";

/** Path of a file that is shipped with the package; the same from source and from the build. */
export function packageFile(name: string): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}

/** Version of this package, such as `1.2.3`. */
export function packageVersion(): string {
  const text = readFileSync(packageFile("package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
