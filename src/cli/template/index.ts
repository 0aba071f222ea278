/** Go's text/template with Docker's functions. Knows nothing of tables or commands. */
export { compile } from './exec.ts';
export { escapeAngles, toJson } from './json.ts';
export { ADDRESS, type MapValue, type Member, NIL, RecordValue, StructValue, type Value } from './value.ts';
