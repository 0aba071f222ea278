try {
  throw 'text';
} catch (error) {
  console.log(typeof error, error);
}
