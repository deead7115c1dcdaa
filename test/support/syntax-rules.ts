import ts from "typescript";
import { isPortable } from "./portable.ts";
import { nodesOf, placeOf, type SourceFile } from "./source-tree.ts";

const ENVIRONMENT = words(
  "Date performance process fetch crypto globalThis require console",
  "setTimeout setInterval setImmediate queueMicrotask",
);

/** The members of Math that give the same bits on every engine. */
const EXACT_MATH = words(
  "abs ceil floor round trunc sign min max sqrt fround imul clz32",
  "PI E LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2",
);

/** Methods that depend on the data on languages that an engine was built with. */
const LOCAL = words("localeCompare toLocaleString toLocaleUpperCase toLocaleLowerCase");

const POWERS = [ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken];

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}

/** Clocks, processes and network in portable folders. */
export function unportable(files: readonly SourceFile[]): string[] {
  return inspect(
    files.filter(({ path }) => isPortable(path)),
    (node) => {
      const isForeign = ts.isIdentifier(node) && isReference(node) && ENVIRONMENT.has(node.text);
      return isForeign ? `${node.text} in a portable folder` : null;
    },
  );
}

/** Chance, inexact arithmetic, and the ways of languages: all that engines decide. */
export function inexact(files: readonly SourceFile[]): string[] {
  return inspect(files, (node) => {
    if (POWERS.includes(node.kind)) return "** is not exact on every engine";
    if (!ts.isIdentifier(node)) return null;
    if (isLocal(node)) return `${node.text} depends on the languages that an engine knows`;
    if (node.text !== "Math" || !isReference(node) || isExactMath(node)) return null;
    return "Math beyond its exact members; core/math.ts has the others";
  });
}

/** English numbers aside, which every build of Node writes in the same way. */
function isLocal(name: ts.Identifier): boolean {
  if (name.text === "Intl") return isReference(name);
  const { parent } = name;
  if (!ts.isPropertyAccessExpression(parent) || parent.name !== name) return false;
  const [language] = ts.isCallExpression(parent.parent) ? parent.parent.arguments : [];
  const isEnglish = language !== undefined && language.getText() === '"en"';
  return LOCAL.has(name.text) && !(name.text === "toLocaleString" && isEnglish);
}

function isExactMath({ parent }: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(parent) && EXACT_MATH.has(parent.name.text);
}

/** False where a name only names a member: after a dot, in an object or in a type. */
function isReference(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name;
  if (ts.isQualifiedName(parent)) return parent.left === name;
  if (ts.isBindingElement(parent)) return parent.propertyName !== name;
  const isMember =
    ts.isPropertyAssignment(parent) || ts.isClassElement(parent) || ts.isTypeElement(parent);
  return !(isMember && parent.name === name);
}

/** Anything in `contract/` that is still there when the types are gone. */
export function runtimeInContract(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ folder }) => folder === "contract")
    .flatMap((file) =>
      file.syntax.statements
        .filter((statement) => !isTypeOnly(statement))
        .map((statement) => `${placeOf(file, statement)}: contract holds types only`),
    );
}

function isTypeOnly(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement)) {
    return statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  }
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}

/** What only the command line may do: print, and end or read the process. */
export function printing(files: readonly SourceFile[]): string[] {
  const ends = words("argv exit exitCode stdin stdout stderr");
  return inspect(
    files.filter(({ folder }) => folder !== "cli" && folder !== "server"),
    (node) => {
      if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return null;
      const object = node.expression.text;
      const isRim = object === "console" || (object === "process" && ends.has(node.name.text));
      return isRim ? `${object}.${node.name.text} outside of the command line` : null;
    },
  );
}

/** Syntax that the style leaves out. */
export function bannedSyntax(files: readonly SourceFile[]): string[] {
  const comments = files
    .filter(({ syntax }) => /\/[/*].*@ts-(ignore|nocheck|expect-error)/.test(syntax.text))
    .map(({ path }) => `${path}: a comment that silences the compiler`);
  return [...comments, ...inspect(files, bannedKind)];
}

function bannedKind(node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return "any";
  if (ts.isEnumDeclaration(node)) return "enum";
  if (ts.isModuleDeclaration(node)) return "namespace";
  if (ts.isDecorator(node)) return "decorator";
  const isDefault =
    ts.isExportAssignment(node) ||
    node.kind === ts.SyntaxKind.DefaultKeyword ||
    (ts.isExportSpecifier(node) && node.name.text === "default");
  return isDefault && !ts.isDefaultClause(node.parent) ? "default export" : null;
}

/** Exported declarations without a sentence on them. */
export function undocumented(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const listed = new Set(file.syntax.statements.flatMap(namesInExportList));
    return file.syntax.statements
      .filter((statement) => isExported(statement) || namesOf(statement).some(isIn(listed)))
      .filter((statement) => ts.getJSDocCommentsAndTags(statement).length === 0)
      .flatMap((statement) =>
        namesOf(statement).map((name) => `${placeOf(file, statement)}: ${name} has no docstring`),
      );
  });
}

const isIn =
  (names: ReadonlySet<string>) =>
  (name: string): boolean =>
    names.has(name);

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function namesInExportList(statement: ts.Statement): string[] {
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier) return [];
  const clause = statement.exportClause;
  if (clause === undefined || !ts.isNamedExports(clause)) return [];
  return clause.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed ? [statement.name?.text ?? "default"] : [];
}

/** One line for each node that the rule has something to say about. */
function inspect(files: readonly SourceFile[], rule: (node: ts.Node) => string | null): string[] {
  return files.flatMap((file) =>
    [...nodesOf(file.syntax)].flatMap((node) => {
      const violation = rule(node);
      return violation === null ? [] : [`${placeOf(file, node)}: ${violation}`];
    }),
  );
}
