// A process that is guarded as the command line is, in which something goes wrong that nobody
// handles: `node --import tsx guard-child.ts rejection|exception|output|remarks`.
import { guardProcess } from "../../src/cli/guard-process.ts";

guardProcess(process, false, new AbortController().signal);
const [, , mode = ""] = process.argv;
switch (mode) {
  case "rejection":
    void Promise.reject(new Error("nobody\nwaited"));
    break;
  case "exception":
    setTimeout(() => {
      throw new Error("nobody caught");
    });
    break;
  case "output":
    process.stdout.write("x".repeat(100));
    break;
  case "remarks":
    // Whoever reads stderr has gone: the result still comes, with exit code 0.
    process.stderr.write("a remark\n");
    remarkUntilGone();
    break;
}

/** Writes remarks until one cannot be written, and then the result. */
function remarkUntilGone(): void {
  if (process.stderr.errored === null) {
    process.stderr.write("another\n");
    setTimeout(remarkUntilGone, 5);
  } else process.stdout.write("done\n");
}
