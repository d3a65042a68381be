export type FilterOption = { value: string; label: string };
