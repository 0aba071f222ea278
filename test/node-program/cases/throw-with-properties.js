const error = new Error('with more');
error.code = 'E_MORE';
error.details = { a: 1 };
throw error;
