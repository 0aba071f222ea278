function inner() {
  throw new Error('boom');
}
inner();
