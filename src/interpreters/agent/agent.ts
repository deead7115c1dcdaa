import { BenchError } from "../../core/index.ts";
import type { Interpreter, Model } from "../../contract/index.ts";
import { pythonSyntax } from "../../syntax/index.ts";
import { noteParser } from "../answers/note-parser.ts";
import { regimeOf } from "./agent-options.ts";
import type { AgentOptions } from "./agent-options.ts";
import { configurationOf } from "./configuration-of.ts";
import { converse } from "./converse.ts";
import { checkTemplate } from "./filled-template.ts";
import { makeDialect } from "./make-dialect.ts";
import { opening } from "./opening.ts";

/**
 * A language model that is told of the problem, asks what it likes, and says what it found. Throws
 * `bad-configuration` where its prompt lacks a slot.
 */
export function agent(options: AgentOptions): Interpreter {
  const { variant, name: id = variant, dialect: name, template } = options;
  if (template !== null) checkTemplate(template);
  const regime = regimeOf(options);
  return {
    id,
    ...(id === variant ? {} : { drawnAs: variant }),
    configuration: configurationOf(options),
    async interpret(assignment, signal) {
      const { briefing, probe, log } = assignment;
      const model = requireModel(assignment.model, options.model);
      const python = pythonSyntax(assignment.sandbox, signal);
      const dialect = makeDialect(name, { briefing, mayAsk: regime.mayAsk, python });
      const first = await opening(assignment, options, signal);
      const parts = { model, dialect, python, regime, options, briefing, probe, log };
      const interpretation = await converse(first, parts, signal);
      noteParser(python, log);
      return interpretation;
    },
  };
}

function requireModel(model: Model | undefined, id: string): Model {
  if (model?.id === id) return model;
  throw new BenchError(
    "bad-configuration",
    `Expected the language model \`${id}\`; got ${model === undefined ? "none" : `\`${model.id}\``}; hand in the one that the interpreter was made for`,
  );
}
