/** What scripts/guest-plugin.mjs makes of a file: texts that are carried in our own code. */
declare module '*?packed' {
  /** The file, compressed with gzip, in base64. */
  const packed: string;
  export default packed;
}

declare module '*?bundled' {
  /** The file and all that it imports, as one script whose value is what the file exports by default. */
  const script: string;
  export default script;
}
