export default 'dual module';
