// One line per category.
export { numeric } from "./numeric/sealed.ts";
export { relations } from "./relations/sealed.ts";
export { strings } from "./strings/sealed.ts";
