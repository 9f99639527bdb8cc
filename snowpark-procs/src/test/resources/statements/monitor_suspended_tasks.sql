SELECT "name", "last_suspended_reason"
FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))
WHERE "state" = 'suspended' AND "last_suspended_reason" = 'SUSPENDED_DUE_TO_ERRORS'
ORDER BY 1;
