export { answerOver } from './answer.ts';
export { arraysOver } from './arrays.ts';
export { filesNeeded } from './files-needed.ts';
export { readParquet } from './read-parquet.ts';
export { Tables, type Stored } from './tables.ts';
