/** Version of the Node that this runs on, such as `20.19.0`. */
export function nodeVersion(): string {
  return process.versions.node;
}

/** What to tell whoever goes on with a run on this Node; `null` where it was begun on the same major. */
export function remarkOnNode(begunOn: string | undefined): string | null {
  const version = nodeVersion();
  if (begunOn === undefined || majorOf(begunOn) === majorOf(version)) return null;
  return `The run was begun on Node ${begunOn}; this is ${version}, which changes no result of methods that compute as findbench does`;
}

function majorOf(version: string): string {
  return version.split(".", 1).join();
}
