/** Reads the schema the portal generates (manage.py spectacular) and writes the RTK Query client. */
module.exports = {
  schemaFile: "./schema.json",
  apiFile: "./src/shared/api/base-api.ts",
  apiImport: "baseApi",
  outputFile: "./src/shared/api/generated.ts",
  exportName: "generatedApi",
  hooks: { queries: true, lazyQueries: true, mutations: true },
  tag: true,
  mergeReadWriteOnly: true,
};
