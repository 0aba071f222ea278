console.log(require('./files/folder'), require('./files/folder/'));
