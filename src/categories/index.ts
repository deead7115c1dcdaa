export { categories, categoryNames, categoryOf } from "./registry.ts";
