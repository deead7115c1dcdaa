export { EXEC, execMethod } from "./exec-method.ts";
export type { ExecMethod, ExecOptions } from "./exec-method.ts";
export { fromMethodSchema, toMethodSchema } from "./protocol.ts";
export type { Reach } from "./walls.ts";
