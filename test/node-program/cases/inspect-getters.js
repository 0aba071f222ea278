console.log({
  get a() {
    return 1;
  },
  set b(v) {},
  get c() {
    return 1;
  },
  set c(v) {},
});
console.log(
  require('util').inspect(
    {
      get a() {
        return 1;
      },
    },
    { getters: true },
  ),
);
