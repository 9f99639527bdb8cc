-- Messages of failed files and task runs to an SNS topic, when error_integration has a value. Standard topics only: FIFO topics fail
-- silently. DESC INTEGRATION then gives SF_AWS_IAM_USER_ARN and SF_AWS_EXTERNAL_ID for the trust policy of the role
-- (Snowpipe error notifications for Amazon SNS).
CREATE NOTIFICATION INTEGRATION IF NOT EXISTS &{error_integration}
  ENABLED = TRUE
  TYPE = QUEUE
  NOTIFICATION_PROVIDER = AWS_SNS
  DIRECTION = OUTBOUND
  AWS_SNS_TOPIC_ARN = '&{error_topic_arn}'
  AWS_SNS_ROLE_ARN = '&{error_role_arn}'
  COMMENT = 'InverterFlow: failed files and task runs';
GRANT USAGE ON INTEGRATION &{error_integration} TO ROLE &{owner_role};
GRANT USAGE ON INTEGRATION &{error_integration} TO ROLE &{tasks_role};
