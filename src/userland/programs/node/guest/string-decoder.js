/** node:string_decoder: Node's own, as the package `string_decoder` has it. */
import { StringDecoder } from 'string_decoder/';

export default { StringDecoder };
