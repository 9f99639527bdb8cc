-- For readings that the client refused, when invalid_stage_url has a value: the integration may read there too.
ALTER STORAGE INTEGRATION &{storage_integration}
  SET STORAGE_ALLOWED_LOCATIONS = ('&{stage_url}', '&{invalid_stage_url}');
