/** Where docker-init lies in a container, and how its program is called in the table. */
export const DOCKER_INIT = { path: '/sbin/docker-init', program: 'docker-init' } as const;
