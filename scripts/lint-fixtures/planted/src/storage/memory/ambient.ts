export const when = Date.now(); // expect: eslint(no-restricted-globals)
