-- Takes bootstrap.sql back, the database with all its data included. Run by an account administrator.
-- Dropping a role hands what it still owns to the role that drops it.
USE ROLE ACCOUNTADMIN;
DROP DATABASE IF EXISTS &{database};
DROP INTEGRATION IF EXISTS &{storage_integration};
DROP INTEGRATION IF EXISTS &{notification_integration};
DROP USER IF EXISTS &{deployer_user};
DROP WAREHOUSE IF EXISTS &{warehouse};
DROP RESOURCE MONITOR IF EXISTS &{resource_monitor};
DROP ROLE IF EXISTS &{reader_role};
DROP ROLE IF EXISTS &{tasks_role};
DROP ROLE IF EXISTS &{owner_role};
