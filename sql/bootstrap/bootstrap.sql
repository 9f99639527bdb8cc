-- Run once by an account administrator; safe to run again. undo.sql takes it back.
-- Nothing after this script needs an account administrator.
USE ROLE ACCOUNTADMIN;

-- Roles. Privileges go to these three; the three go to SYSADMIN, so that no object is out of the administrators' reach.
CREATE ROLE IF NOT EXISTS &{owner_role} COMMENT = 'InverterFlow: owns all objects but the tasks';
CREATE ROLE IF NOT EXISTS &{tasks_role} COMMENT = 'InverterFlow: owns and runs the tasks';
CREATE ROLE IF NOT EXISTS &{reader_role} COMMENT = 'InverterFlow: reads reports';
GRANT ROLE &{owner_role} TO ROLE SYSADMIN;
GRANT ROLE &{tasks_role} TO ROLE SYSADMIN;
GRANT ROLE &{reader_role} TO ROLE SYSADMIN;

-- Resource monitors cover warehouses only; the FLATTEN task's sizes are capped in the task itself.
CREATE RESOURCE MONITOR IF NOT EXISTS &{resource_monitor} WITH
  CREDIT_QUOTA = &{monthly_credit_quota}
  FREQUENCY = MONTHLY
  START_TIMESTAMP = IMMEDIATELY
  TRIGGERS
    ON 75 PERCENT DO NOTIFY
    ON 100 PERCENT DO SUSPEND;

CREATE WAREHOUSE IF NOT EXISTS &{warehouse} WITH
  WAREHOUSE_SIZE = 'XSMALL'
  AUTO_SUSPEND = 60
  AUTO_RESUME = TRUE
  INITIALLY_SUSPENDED = TRUE
  RESOURCE_MONITOR = &{resource_monitor}
  COMMENT = 'InverterFlow: deployments, reports, ad-hoc queries; the FLATTEN task is serverless'
  STATEMENT_TIMEOUT_IN_SECONDS = 3600;
GRANT USAGE ON WAREHOUSE &{warehouse} TO ROLE &{owner_role};
GRANT USAGE ON WAREHOUSE &{warehouse} TO ROLE &{reader_role};

-- TYPE = SERVICE cannot sign in with a password; deployer_key.sql sets its public key.
CREATE USER IF NOT EXISTS &{deployer_user}
  TYPE = SERVICE
  DEFAULT_ROLE = &{owner_role}
  DEFAULT_WAREHOUSE = &{warehouse}
  COMMENT = 'InverterFlow: deploys the objects';
GRANT ROLE &{owner_role} TO USER &{deployer_user};
GRANT ROLE &{tasks_role} TO USER &{deployer_user};

-- Our own external id: a replaced integration would otherwise get a new one and break the bucket's trust policy.
CREATE STORAGE INTEGRATION IF NOT EXISTS &{storage_integration}
  TYPE = EXTERNAL_STAGE
  STORAGE_PROVIDER = 'S3'
  STORAGE_AWS_ROLE_ARN = '&{storage_aws_role_arn}'
  STORAGE_AWS_EXTERNAL_ID = '&{storage_aws_external_id}'
  ENABLED = TRUE
  STORAGE_ALLOWED_LOCATIONS = ('&{stage_url}')
  COMMENT = 'InverterFlow: reads the inverters'' bucket, never writes it';
GRANT USAGE ON INTEGRATION &{storage_integration} TO ROLE &{owner_role};

-- EXECUTE MANAGED TASK and ALERT are what serverless ones need beside EXECUTE TASK and ALERT.
GRANT EXECUTE TASK ON ACCOUNT TO ROLE &{tasks_role};
GRANT EXECUTE MANAGED TASK ON ACCOUNT TO ROLE &{tasks_role};
GRANT EXECUTE ALERT ON ACCOUNT TO ROLE &{tasks_role};
GRANT EXECUTE MANAGED ALERT ON ACCOUNT TO ROLE &{tasks_role};
-- The cost report reads ACCOUNT_USAGE; these database roles give usage and object views, not query texts.
GRANT DATABASE ROLE SNOWFLAKE.USAGE_VIEWER TO ROLE &{owner_role};
GRANT DATABASE ROLE SNOWFLAKE.OBJECT_VIEWER TO ROLE &{owner_role};

-- The database belongs to the owner's role from its first moment: made under that role, which may make no other.
GRANT CREATE DATABASE ON ACCOUNT TO ROLE &{owner_role};
USE ROLE &{owner_role};
CREATE DATABASE IF NOT EXISTS &{database} COMMENT = 'InverterFlow';
USE ROLE ACCOUNTADMIN;
REVOKE CREATE DATABASE ON ACCOUNT FROM ROLE &{owner_role};
-- What handlers log goes to the event table; unset would be OFF (Setting levels for logging, metrics, and tracing).
ALTER DATABASE &{database} SET LOG_LEVEL = 'INFO';
