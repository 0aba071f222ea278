/** The version of Node whose library and messages this follows: what Alpine 3.22's nodejs is. */
export const NODE_VERSION = '22.16.0';
