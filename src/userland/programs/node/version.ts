/**
 * The version of Node whose library and messages this follows: what Alpine 3.22's nodejs is.
 *
 * test/node-program is recorded with the node that was there, 20.20; where that one differs from 22 a case
 * is listed in exceptions.json.
 */
export const FOLLOWED = '22.16.0';
