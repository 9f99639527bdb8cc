CREATE STAGE IF NOT EXISTS PROCEDURE_CODE
  COMMENT = 'Jars of the procedures, named by their content';

-- Presigned URLs need SNOWFLAKE_SSE, which cannot be changed after creation (GET_PRESIGNED_URL, usage notes).
CREATE STAGE IF NOT EXISTS INGESTION_REPORTS
  ENCRYPTION = (TYPE = 'SNOWFLAKE_SSE')
  COMMENT = 'HTML reports';
