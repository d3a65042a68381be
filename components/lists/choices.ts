export type Named = { id: string; name: string };

export const optionsOf = (choices: readonly Named[]) =>
  choices.map(({ id, name }) => ({ value: id, label: name }));

export const chosenOf = (id: string | null): string[] => (id === null ? [] : [id]);
