-- Two alerts by mail, when notification_recipients has a value; bootstrap makes the integration.
GRANT USAGE ON PROCEDURE NOTIFY_PIPELINE_ERRORS(VARCHAR, VARCHAR) TO ROLE &{tasks_role};
GRANT SELECT ON TABLE PIPELINE_ERRORS TO ROLE &{tasks_role};
GRANT SELECT ON TABLE PIPELINE_RUNS TO ROLE &{tasks_role};
GRANT CREATE ALERT ON SCHEMA &{database}.&{schema} TO ROLE &{tasks_role};

-- Alerts belong to the role they run as; without WAREHOUSE they are serverless. OR REPLACE leaves them suspended.
USE ROLE &{tasks_role};

-- By the mark and not by the time of the row: a row whose transaction ends after the alert has looked is told of next time.
CREATE OR REPLACE ALERT NEW_ERRORS
  SCHEDULE = '10 MINUTE'
  COMMENT = 'Mails errors that nobody was told of yet'
  IF (EXISTS (SELECT 1 FROM PIPELINE_ERRORS WHERE NOTIFIED_AT IS NULL))
  THEN CALL NOTIFY_PIPELINE_ERRORS('&{notification_integration}', '&{notification_recipients}');

-- Independent of all procedures but FLATTEN: speaks up even if the monitor itself is down.
CREATE OR REPLACE ALERT NO_READINGS
  SCHEDULE = '30 MINUTE'
  COMMENT = 'Mails when no reading was typed for 30 minutes'
  IF (EXISTS (
    SELECT 1 FROM PIPELINE_RUNS
    WHERE PROCEDURE_NAME = 'FLATTEN_INVERTER_DATA'
    HAVING COALESCE(MAX(IFF(TYPED > 0, FINISHED_AT, NULL)), '1970-01-01'::TIMESTAMP_NTZ) < DATEADD(MINUTE, -30, SYSDATE())))
  THEN CALL SYSTEM$SEND_EMAIL(
    '&{notification_integration}',
    '&{notification_recipients}',
    'InverterFlow: no reading for 30 minutes',
    'FLATTEN_INVERTER_DATA has typed no reading for 30 minutes. See PIPELINE_ERRORS and run sql/operations/status.sql.');

GRANT MONITOR, OPERATE ON ALERT NEW_ERRORS TO ROLE &{owner_role};
GRANT MONITOR, OPERATE ON ALERT NO_READINGS TO ROLE &{owner_role};

USE ROLE &{owner_role};
