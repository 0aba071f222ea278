/**
 * The version of Node whose library and messages this follows: what Alpine 3.22's nodejs is. The packages of
 * 3.20 and 3.21 have versions of their own in their lists, and hold this same program, which says this one.
 *
 * test/node-program is recorded with the node that was there, 20.20; where that one differs from 22 a case
 * is listed in exceptions.json.
 */
export const NODE_VERSION = '22.16.0';
