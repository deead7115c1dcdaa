import { describe, expect, it } from "vitest";
import { interpreterNames } from "../../src/cli/parse-options.ts";
import { commandWords } from "../../src/exec/command-words.ts";

describe("the words of a command", () => {
  it.each([
    ["python3 method.py", ["python3", "method.py"]],
    ["  a\tb  ", ["a", "b"]],
    [`a "b c" 'd "e'f g\\ h "i\\"j"`, ["a", "b c", `d "ef`, "g h", `i"j`]],
    [`sh -c "x; y" ''`, ["sh", "-c", "x; y", ""]],
  ])("%s", (command, words) => expect(commandWords(command)).toEqual(words));

  it.each(["", "  ", `a "b`, "'", `"" a`])("refuses %j", (command) => {
    expect(() => commandWords(command)).toThrow(/^Expected a command/u);
  });
});

describe("names of interpreters", () => {
  it.each([
    ["line,lookup", ["line", "lookup"]],
    [" line , exec:python3 m.py ", ["line", "exec:python3 m.py"]],
    [`exec:python3 m.py "1,2",line`, [`exec:python3 m.py "1,2"`, "line"]],
    [`exec:a 'b, c'`, [`exec:a 'b, c'`]],
  ])("%s", (text, names) => expect(interpreterNames(text)).toEqual(names));

  it("are collected where the option is repeated", () => {
    expect(interpreterNames("exec:a b", ["line"])).toEqual(["line", "exec:a b"]);
  });

  it.each(["", "line,", ",line", "a,,b"])("refuses %j", (text) => {
    expect(() => interpreterNames(text)).toThrow(/^Expected names/u);
  });
});
