class Foo{}; class Bar{toString(){return 'x'}}
for (const v of [[1,2], new Map, Object.create(null), ()=>1, new Date(0), 5, 5n, Symbol('s'), null, undefined, true, new Foo, new Bar, function f(){}, {toString(){return 'y'}}, 'it', /x/, new Promise(()=>{}), -0, {name:'n', message:'m'}, new (class extends Map{})]) Promise.reject(v);
process.on('uncaughtException', e=>console.log(e.message.split("reason ").pop()));
