/** Why curl gives up: its exit status and its words. @see curl(1), "EXIT CODES" */
export class CurlProblem extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
