/**
 * Archives of images between Strata and others, both ways: skopeo, umoci, buildah, podman, crane, ctr, and
 * Docker with either of its image stores.
 *
 * Each test needs what it is about; what is not there is skipped by name. `test/archives/install-tools.sh` brings
 * all of it to a Debian machine where one is root. All tests are one after the other: real engines are
 * shared.
 */
import { describe } from 'vitest';
import { whatOthersMake } from './foreign-load.ts';
import { whatOthersRead } from './foreign-save.ts';

// Engines that others ask as well may take their time.
const patient = { timeout: 120_000 };
describe('what others make', patient, whatOthersMake);
describe('what others read', patient, whatOthersRead);
