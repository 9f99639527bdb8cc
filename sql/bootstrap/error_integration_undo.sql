-- Takes error_integration.sql back.
DROP INTEGRATION IF EXISTS &{error_integration};
