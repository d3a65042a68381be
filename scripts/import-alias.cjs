// `@/` is the folder that is being checked; see .dependency-cruiser.cjs.
module.exports = { resolve: { alias: { '@': process.cwd() } } };
