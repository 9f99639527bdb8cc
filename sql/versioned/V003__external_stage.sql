-- The URL ends with a slash, else files of sibling prefixes would match.
CREATE STAGE IF NOT EXISTS INVERTER_STAGE
  URL = '&{stage_url}'
  STORAGE_INTEGRATION = &{storage_integration}
  COMMENT = 'Where the clients upload; read only';
