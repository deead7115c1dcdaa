export { dataFile, dataFiles, textsIn } from "./read-data.ts";
