/**
 * Names of containers: what may be one, and random ones.
 *
 * @see moby daemon/names: `[a-zA-Z0-9][a-zA-Z0-9_.-]` and at least two characters
 */
import type { Random } from '../base/index.ts';
import { conflict, invalid } from './failure.ts';
import type { State } from './state.ts';

const PATTERN = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

const ADJECTIVES =
  'airy amber bold brave breezy bright brisk calm candid clever cosmic crisp curious dapper daring deft eager earnest elated fair fearless fleet fond frank free gentle glad golden graceful happy hardy hearty honest hopeful humble jaunty jolly joyful keen kind lively loyal lucid lucky mellow merry mild mindful modest neat nimble noble open patient placid playful polite proud quick quiet rapid ready serene sharp shiny silent simple sincere sleek smart snug sober steady sunny swift tender tidy tranquil true trusty upbeat valiant vivid warm wise witty zesty'.split(
    ' ',
  );

const SURNAMES =
  'aalto abel agnesi al_biruni ampere anning arrhenius babbage banneker bassi bell bernoulli bohr bolyai boole bose brahe cantor carnot cauchy cavendish celsius chandrasekhar chladni curie dalton darwin dedekind descartes dijkstra dirac doppler einstein erdos euclid euler faraday fermat feynman fibonacci fourier franklin fresnel galilei galois gauss germain goodall grothendieck hamilton herschel hertz hilbert hopper hubble huygens hypatia joule kepler khwarizmi knuth kovalevskaya lagrange laplace leavitt leibniz linnaeus lovelace maxwell mayer meitner mendel mirzakhani nash newton nightingale noether ohm pascal pasteur pauli perlis planck poincare ramanujan riemann ritchie rubin russell sagan shannon somerville steinmetz tesla thompson torvalds turing volta wiles wing wirth yonath zuse'.split(
    ' ',
  );

/** @throws the conflict or the rule, as dockerd words them */
export function claimName(state: State, name: string, shown = name): void {
  if (!PATTERN.test(name)) {
    throw invalid(`Invalid container name (${shown}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`);
  }
  const owner = ownerOf(state, name);
  if (owner) {
    throw conflict(
      `Conflict. The container name "/${name}" is already in use by container "${owner}". You have to remove (or rename) that container to be able to reuse that name.`,
    );
  }
}

export function randomName(state: State, random: Random): string {
  for (let attempt = 0; ; attempt++) {
    const [a, b, digit] = random.bytes(3);
    const adjective = ADJECTIVES[a! % ADJECTIVES.length]!;
    const name = `${adjective}_${SURNAMES[b! % SURNAMES.length]!}${attempt > 5 ? digit : ''}`;
    if (!ownerOf(state, name)) return name;
  }
}

function ownerOf(state: State, name: string): string | undefined {
  for (const container of state.container.values()) if (container.name === name) return container.id;
  return undefined;
}
