export { publicRelations } from "./public-category.ts";
