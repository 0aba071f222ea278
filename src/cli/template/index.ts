/** Go's text/template with Docker's functions. Knows nothing of tables or commands. */
export { compile } from './exec.ts';
export {
  ADDRESS,
  type MapValue,
  type Member,
  NIL,
  NIL_LIST,
  NIL_MAP,
  RecordValue,
  StructValue,
  type Value,
} from './value.ts';
