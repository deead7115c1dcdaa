import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

/**
 * Turns the sources below one folder of `src`, or all of them, into JavaScript without a look at
 * their types, and puts it at the same place below another folder.
 */
export function transpile(root: string, target: string, part = ""): void {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  // Alone, a file does not tell that it belongs to a package of modules.
  const compilerOptions = { ...options, module: ts.ModuleKind.ESNext };
  const sources = join(root, "src");
  for (const file of ts.sys.readDirectory(join(sources, part), [".ts"])) {
    const path = join(target, relative(sources, file).replace(/\.ts$/, ".js"));
    const source = readFileSync(file, "utf8");
    mkdirSync(dirname(path), { recursive: true });
    const { outputText } = ts.transpileModule(source, { compilerOptions, fileName: file });
    writeFileSync(path, outputText);
  }
}

/** Puts some folders of the sources into a folder, as JavaScript that Node can run there. */
export function transpiledParts(root: string, folder: string, parts: readonly string[]): void {
  for (const part of parts) transpile(root, folder, part);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
}
