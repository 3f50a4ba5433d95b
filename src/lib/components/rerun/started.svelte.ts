/** Which data version DuckDB runs over in this page; null before a statement has been run. */
export const started = $state<{ version: string | null }>({ version: null });
