try {
  setTimeout('code');
} catch (e) {
  console.log(e.name, e.code, e.message);
}
