import type { DuckDBConfig } from '@duckdb/duckdb-wasm';

/** How results come: integers exact; decimals, which would lose their point, and integers of 128 bits as doubles. */
export const engineConfig: DuckDBConfig = { query: { castDecimalToDouble: true } };
