SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  filter: true,
  // The validator badge would be fetched from elsewhere.
  validatorUrl: null
});
