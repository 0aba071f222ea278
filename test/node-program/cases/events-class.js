class Chat extends require('events') {
  say(x) {
    this.emit('msg', x);
    return this;
  }
}
const c = new Chat();
c.on('msg', console.log).say('hi').say('there');
console.log(c.listenerCount('msg'), c instanceof Chat);
