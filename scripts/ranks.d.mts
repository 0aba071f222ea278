/** Folders of src/ by rank, lowest first. */
export const ranks: readonly (readonly string[])[];
