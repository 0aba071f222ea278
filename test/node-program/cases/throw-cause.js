try {
  try {
    throw new Error('first');
  } catch (cause) {
    throw new Error('second', { cause });
  }
} catch (error) {
  console.log(error.message, error.cause.message, error.cause instanceof Error);
}
