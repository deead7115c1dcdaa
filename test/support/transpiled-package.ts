import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

/** What the built program reads beside its own code. */
const BESIDE = ["recipes", "schemas", "node_modules"];

/**
 * Puts into a new folder what an installed package holds, the sources turned into JavaScript
 * without a look at their types, and gives the path of its program.
 */
export function transpiledPackage(root: string, folder: string): string {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  // Alone, a file does not tell that it belongs to a package of modules.
  const compilerOptions = { ...options, module: ts.ModuleKind.ESNext };
  for (const file of ts.sys.readDirectory(join(root, "src"), [".ts"])) {
    const path = relative(join(root, "src"), file).replace(/\.ts$/, ".js");
    const target = join(folder, "dist", path);
    const source = readFileSync(file, "utf8");
    mkdirSync(dirname(target), { recursive: true });
    const { outputText } = ts.transpileModule(source, { compilerOptions, fileName: file });
    writeFileSync(target, outputText);
  }
  copyFileSync(join(root, "package.json"), join(folder, "package.json"));
  for (const name of BESIDE) symlinkSync(join(root, name), join(folder, name));
  return join(folder, "dist/cli/main.js");
}
