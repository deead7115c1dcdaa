// One line per category.
export { numeric } from "./numeric/index.ts";
export { strings } from "./strings/index.ts";
