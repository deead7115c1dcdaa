// One line per category.
export { entities } from "./entities/sealed.ts";
export { numeric } from "./numeric/sealed.ts";
export { relations } from "./relations/sealed.ts";
export { strings } from "./strings/sealed.ts";
