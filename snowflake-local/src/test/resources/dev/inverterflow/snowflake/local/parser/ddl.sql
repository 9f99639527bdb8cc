create database d
= (CreateDatabase CREATE PERMANENT D)

create transient database if not exists d data_retention_time_in_days = 0 comment = 'x'
= (CreateDatabase IF_NOT_EXISTS TRANSIENT D {DATA_RETENTION_TIME_IN_DAYS=0 COMMENT='x'})

create temporary database d
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected 'temporary'.

create or replace database d clone e
! 000002 not supported by snowflake-local: CREATE DATABASE … CLONE

create or replace schema d.s with managed access comment = 'x'
= (CreateSchema OR_REPLACE PERMANENT D.S managedAccess {COMMENT='x'})

create table t (a int)
= (CreateTable CREATE PERMANENT T columns=[(ColumnDefinition A type=INT)])

create table t ()
! 001003 SQL compilation error: syntax error line 1 at position 16 unexpected ')'.

create table t
! 001003 SQL compilation error: syntax error line 1 at position 14 unexpected '<EOF>'.

create table t (a)
! 001003 SQL compilation error: syntax error line 1 at position 18 unexpected '<EOF>'.

CREATE  TEMPORARY  TABLE "DB"."SC".T("ID" INT, "N" STRING)
= (CreateTable CREATE TEMPORARY DB.SC.T columns=[(ColumnDefinition ID type=INT) (ColumnDefinition N type=STRING)])

create or replace transient table d.s.t (
  a number(38, 0) autoincrement start 10 increment 5 order comment 'key',
  b varchar(10) not null default 'x',
  c timestamp_ntz(9) default current_timestamp(),
  d int identity (1, 1),
  e int unique,
  f int constraint pk primary key not enforced,
  g int references u (a),
  unique (a, b) not enforced rely,
  constraint fk foreign key (a) references d.s.u (b)
)
cluster by (a, to_date(c))
copy grants
data_retention_time_in_days = 1
comment = 'x'
= (CreateTable OR_REPLACE TRANSIENT D.S.T columns=[(ColumnDefinition A type=NUMBER(38, 0) identity=(Numbering 10 5 ordered=true) comment='key') (ColumnDefinition B type=VARCHAR(10) notNull defaultValue='x') (ColumnDefinition C type=TIMESTAMP_NTZ(9) defaultValue=(FunctionCall CURRENT_TIMESTAMP)) (ColumnDefinition D type=INT identity=(Numbering 1 1)) (ColumnDefinition E type=INT constraints=[(TableConstraint UNIQUE columns=[E])]) (ColumnDefinition F type=INT notNull constraints=[(TableConstraint name=PK PRIMARY_KEY columns=[F])]) (ColumnDefinition G type=INT constraints=[(TableConstraint FOREIGN_KEY columns=[G] references=U referencedColumns=[A])])] constraints=[(TableConstraint UNIQUE columns=[A B]) (TableConstraint name=FK FOREIGN_KEY columns=[A] references=D.S.U referencedColumns=[B])] clusterBy=[A (FunctionCall TO_DATE arguments=[C])] copyGrants {DATA_RETENTION_TIME_IN_DAYS=1 COMMENT='x'})

create table if not exists t (a int)
= (CreateTable IF_NOT_EXISTS PERMANENT T columns=[(ColumnDefinition A type=INT)])

create or replace table if not exists t (a int)
! 001000 SQL compilation error: options IF NOT EXISTS and OR REPLACE are incompatible.

create or alter table t (a int)
= (CreateTable OR_ALTER PERMANENT T columns=[(ColumnDefinition A type=INT)])

create secure table t (a int)
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected 'secure'.

create table t (a int not)
! 001003 SQL compilation error: syntax error line 1 at position 22 unexpected 'not'.

create table t (a int default 1 default 2)
! 001003 SQL compilation error: syntax error line 1 at position 32 unexpected 'default'.

create table t (a int, )
! 001003 SQL compilation error: syntax error line 1 at position 23 unexpected ')'.

create table t (current_date date)
! 001003 SQL compilation error: syntax error line 1 at position 16 unexpected 'current_date'.

create table t (from int)
! 001003 SQL compilation error: syntax error line 1 at position 16 unexpected 'from'.

create table t (a int) engine = x
! 001420 SQL compilation error: invalid property 'ENGINE' for 'TABLE'

create table t (a int) row_timestamp = true
! 000002 not supported by snowflake-local: ROW_TIMESTAMP of TABLE

create table t (a int) comment = 'x' comment = 'y'
! 001424 SQL compilation error: duplicate property 'COMMENT'; only one property with this name is permitted.

create table t (a int) comment 'x'
! 001003 SQL compilation error: syntax error line 1 at position 23 unexpected 'comment'.

create table t (a int as (b + 1))
! 000002 not supported by snowflake-local: virtual columns

create table t (a string masking policy p)
! 000002 not supported by snowflake-local: tags and policies of a column

create table t like d.s.u
= (CreateTable CREATE PERMANENT T source=(Like D.S.U))

create table t clone u before (statement => 'id')
= (CreateTable CREATE PERMANENT T source=(Clone U at=(TimeTravel BEFORE STATEMENT 'id')))

CREATE  OR  REPLACE  TABLE T AS  SELECT  *  FROM (U)
= (CreateTable OR_REPLACE PERMANENT T source=(AsQuery (Query (Select items=[(Star)] from=(TableReference U)))))

create table t (a, b int) as select 1, 2
= (CreateTable CREATE PERMANENT T columns=[(ColumnDefinition A) (ColumnDefinition B type=INT)] source=(AsQuery (Query (Select items=[1 2]))))

create table t as values (1)
! 001003 SQL compilation error: syntax error line 1 at position 18 unexpected 'values'.

create dynamic table t target_lag = '1 minute' as select 1
! 000002 not supported by snowflake-local: CREATE DYNAMIC TABLE

create or replace secure view d.s.v (a comment 'x', b) copy grants comment = 'y' as select 1, 2
= (CreateView OR_REPLACE PERMANENT secure D.S.V columns=[(ViewColumn A comment='x') (ViewColumn B)] copyGrants {COMMENT='y'} (Query (Select items=[1 2])))

CREATE  OR  REPLACE  TEMPORARY VIEW V AS  SELECT 1
= (CreateView OR_REPLACE TEMPORARY V (Query (Select items=[1])))

create view v
! 001003 SQL compilation error: syntax error line 1 at position 13 unexpected '<EOF>'.

create view v as
! 001003 SQL compilation error: syntax error line 1 at position 16 unexpected '<EOF>'.

create materialized view v as select 1
! 000002 not supported by snowflake-local: CREATE MATERIALIZED VIEW

create sequence s start with 5 increment by 2 noorder comment = 'x'
= (CreateSequence CREATE S (Numbering 5 2 ordered=false) {COMMENT='x'})

create sequence s start = 5 increment = -1
= (CreateSequence CREATE S (Numbering 5 -1))

create sequence s start 'a'
! 001003 SQL compilation error: syntax error line 1 at position 24 unexpected ''a''.

CREATE  TEMPORARY  FILE  FORMAT  If  NOT  EXISTS "DB"."SC".F TYPE  = JSON STRIP_OUTER_ARRAY = TRUE
= (CreateFileFormat IF_NOT_EXISTS TEMPORARY DB.SC.F {TYPE=JSON STRIP_OUTER_ARRAY=TRUE})

create file format f type = csv null_if = ('', 'NULL') field_delimiter = '|' skip_header = 1
= (CreateFileFormat CREATE PERMANENT F {TYPE=CSV NULL_IF=('', 'NULL') FIELD_DELIMITER='|' SKIP_HEADER=1})

create file format f type = csv format_name = 'x'
! 001006 SQL compilation error: invalid parameter 'FORMAT_NAME'

CREATE TEMPORARY STAGE IF NOT EXISTS S
= (CreateStage IF_NOT_EXISTS TEMPORARY S)

create stage s url = 's3://b/p/' storage_integration = i file_format = (type = json) directory = (enable = true) encryption = (type = 'SNOWFLAKE_SSE')
= (CreateStage CREATE PERMANENT S {URL='s3://b/p/' STORAGE_INTEGRATION=I FILE_FORMAT=(TYPE = JSON) DIRECTORY=(ENABLE = TRUE) ENCRYPTION=(TYPE = 'SNOWFLAKE_SSE')})

create stage s credentials = (aws_key_id = 'x')
! 000002 not supported by snowflake-local: CREDENTIALS of STAGE

create stage s url 's3://b/'
! 001003 SQL compilation error: syntax error line 1 at position 15 unexpected 'url'.

create stream s on table d.s.t append_only = true show_initial_rows = true comment = 'x'
= (CreateStream CREATE S (ObjectTarget TABLE name=D.S.T) {APPEND_ONLY=TRUE SHOW_INITIAL_ROWS=TRUE COMMENT='x'})

create or replace stream s copy grants on view v at (stream => 's')
= (CreateStream OR_REPLACE S copyGrants (ObjectTarget VIEW name=V) at=(TimeTravel AT STREAM 's'))

create stream s on stage x
! 000002 not supported by snowflake-local: CREATE STREAM … ON STAGE

create stream s append_only = true on table t
! 001003 SQL compilation error: syntax error line 1 at position 16 unexpected 'append_only'.

create stream s on table t insert_only = true
! 000002 not supported by snowflake-local: INSERT_ONLY of STREAM

create pipe p auto_ingest = true comment = 'x' as
copy into t (a) from (select $1 from @s) file_format = (type = json)
= (CreatePipe CREATE P {AUTO_INGEST=TRUE COMMENT='x'} (CopyIntoTable T columns=[A] (Transform items=[(PositionalColumn 1)] (StageLocation NAMED name=S '')) {FILE_FORMAT=(TYPE = JSON)}))

create pipe p as select 1
! 001003 SQL compilation error: syntax error line 1 at position 17 unexpected 'select'.

create pipe p as copy into @s from t
! 001003 SQL compilation error: syntax error line 1 at position 27 unexpected '@s'.

create pipe p on_error = continue as copy into t from @s
! 001420 SQL compilation error: invalid property 'ON_ERROR' for 'PIPE'

create or replace task t
  user_task_managed_initial_warehouse_size = 'XSMALL'
  timezone = 'UTC', query_tag = 'q'
  target_completion_interval = '5 MINUTES'
  when system$stream_has_data('S') and not false
as
  call p()
= (CreateTask OR_REPLACE T {USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE='XSMALL' TIMEZONE='UTC' QUERY_TAG='q' TARGET_COMPLETION_INTERVAL='5 MINUTES'} when=(Binary AND (FunctionCall SYSTEM$STREAM_HAS_DATA arguments=['S']) (Unary NOT FALSE)) (CallProcedure P))

create task t warehouse = w schedule = 'USING CRON 0 * * * * UTC' after a, d.s.b as merge into x using y on x.a = y.a when matched then delete
= (CreateTask CREATE T {WAREHOUSE=W SCHEDULE='USING CRON 0 * * * * UTC'} after=[A D.S.B] (Merge (TableReference X) (TableReference Y) (Binary EQUAL X.A Y.A) clauses=[(MatchedDelete)]))

create task t finalize = root as select 1
= (CreateTask CREATE T {FINALIZE=ROOT} (QueryStatement (Query (Select items=[1]))))

create task t schedule = '1 minute'
! 001003 SQL compilation error: syntax error line 1 at position 35 unexpected '<EOF>'.

create task t schedule = '1 minute' autocommit = false as select 1
= (CreateTask CREATE T {SCHEDULE='1 minute' AUTOCOMMIT=FALSE} (QueryStatement (Query (Select items=[1]))))

create task t as begin insert into a select 1; end
! 000002 not supported by snowflake-local: BEGIN … END of Snowflake Scripting

create temporary task t as select 1
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected 'temporary'.

create task t when true schedule = '1 minute' as select 1
! 001003 SQL compilation error: syntax error line 1 at position 24 unexpected 'schedule'.

create alert a warehouse = w schedule = '5 minutes' if (exists (select 1 from e)) then call system$send_email('i', 'a@b.c', 's', 'b')
= (CreateAlert CREATE A {WAREHOUSE=W SCHEDULE='5 minutes'} (QueryStatement (Query (Select items=[1] from=(TableReference E)))) (CallProcedure SYSTEM$SEND_EMAIL arguments=['i' 'a@b.c' 's' 'b']))

create alert a schedule = '5 minutes' if (select 1) then select 2
! 001003 SQL compilation error: syntax error line 1 at position 42 unexpected 'select'.

create or replace procedure d.s.p(from_time timestamp_ntz default null, days number default 7)
copy grants
returns variant not null
language java
runtime_version = '17'
packages = ('com.snowflake:snowpark:latest')
imports = ('@code/p.jar')
handler = 'a.B.c'
comment = 'x'
execute as caller
= (CreateProcedure OR_REPLACE PERMANENT D.S.P parameters=[(Parameter FROM_TIME TIMESTAMP_NTZ defaultValue=NULL) (Parameter DAYS NUMBER defaultValue=7)] copyGrants (Returns type=VARIANT notNull) 'JAVA' CALLED CALLER {RUNTIME_VERSION='17' PACKAGES=('com.snowflake:snowpark:latest') IMPORTS=('@code/p.jar') HANDLER='a.B.c' COMMENT='x'})

create procedure p() returns table (a int, b string) language sql as $$ begin return 1; end $$
= (CreateProcedure CREATE PERMANENT P (Returns columns=[(ReturnColumn A INT) (ReturnColumn B STRING)]) 'SQL' CALLED OWNER body=' begin return 1; end ')

create procedure p() returns table () language sql strict execute as restricted caller as 'x'
= (CreateProcedure CREATE PERMANENT P (Returns) 'SQL' RETURNS_NULL RESTRICTED_CALLER body='x')

create procedure p returns int language java
! 001003 SQL compilation error: syntax error line 1 at position 19 unexpected 'returns'.

create procedure p(from int) returns int language java handler = 'a.B.c'
! 001003 SQL compilation error: syntax error line 1 at position 19 unexpected 'from'.

create procedure p() language java
! 001003 SQL compilation error: syntax error line 1 at position 21 unexpected 'language'.

create procedure p() returns int language cobol
! 001003 SQL compilation error: syntax error line 1 at position 42 unexpected 'cobol'.

create procedure p() returns int language java secrets = ('a' = b)
! 000002 not supported by snowflake-local: SECRETS of PROCEDURE

create procedure p() returns int language java schedule = 'x'
! 001420 SQL compilation error: invalid property 'SCHEDULE' for 'PROCEDURE'

CREATE TEMPORARY FUNCTION "DB"."SC".F(arg1 INT) RETURNS INT LANGUAGE JAVA IMPORTS=('@s/x.jar') HANDLER='SnowUDF.compute' target_path='@s/y.jar' AS $$ class SnowUDF {} $$
= (CreateFunction CREATE TEMPORARY DB.SC.F parameters=[(Parameter ARG1 INT)] (Returns type=INT) 'JAVA' CALLED VOLATILE {IMPORTS=('@s/x.jar') HANDLER='SnowUDF.compute' TARGET_PATH='@s/y.jar'} body=' class SnowUDF {} ')

create function f(a int) returns int immutable as 'a + 1'
= (CreateFunction CREATE PERMANENT F parameters=[(Parameter A INT)] (Returns type=INT) 'SQL' CALLED IMMUTABLE body='a + 1')

create warehouse if not exists w with warehouse_size = 'XSMALL' auto_suspend = 60 initially_suspended = true
= (CreateWarehouse IF_NOT_EXISTS W {WAREHOUSE_SIZE='XSMALL' AUTO_SUSPEND=60 INITIALLY_SUSPENDED=TRUE})

create temporary warehouse w
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected 'temporary'.

create warehouse w auto_suspend = null min_cluster_count = 1
= (CreateWarehouse CREATE W {AUTO_SUSPEND=NULL MIN_CLUSTER_COUNT=1})

create resource monitor m with credit_quota = 10 frequency = monthly start_timestamp = immediately triggers on 75 percent do notify on 100 percent do suspend on 110 percent do suspend_immediate
= (CreateResourceMonitor CREATE M {CREDIT_QUOTA=10 FREQUENCY=MONTHLY START_TIMESTAMP=IMMEDIATELY} triggers=[(MonitorTrigger 75 NOTIFY) (MonitorTrigger 100 SUSPEND) (MonitorTrigger 110 SUSPEND_IMMEDIATE)])

create resource monitor m triggers on 75 do notify
! 001003 SQL compilation error: syntax error line 1 at position 41 unexpected 'do'.

create role r comment = 'x'
= (CreateRole CREATE ROLE R {COMMENT='x'})

create database role d.r
= (CreateRole CREATE DATABASE_ROLE D.R)

create user u type = service default_role = r rsa_public_key = 'MIIB' timezone = 'UTC'
= (CreateUser CREATE U {TYPE=SERVICE DEFAULT_ROLE=R RSA_PUBLIC_KEY='MIIB' TIMEZONE='UTC'})

create user u network_policy = p
! 000002 not supported by snowflake-local: NETWORK_POLICY of USER

create storage integration i type = external_stage storage_provider = 'S3' enabled = true storage_allowed_locations = ('s3://a/', 's3://b/')
= (CreateIntegration CREATE STORAGE I {TYPE=EXTERNAL_STAGE STORAGE_PROVIDER='S3' ENABLED=TRUE STORAGE_ALLOWED_LOCATIONS=('s3://a/', 's3://b/')})

create notification integration i type = email enabled = true
= (CreateIntegration CREATE NOTIFICATION I {TYPE=EMAIL ENABLED=TRUE})

create security integration i type = oauth
! 000002 not supported by snowflake-local: CREATE SECURITY INTEGRATION

create integration i type = external_stage
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected 'integration'.

alter task t resume
= (Alter (ObjectTarget TASK name=T) (Resume))

alter task if exists d.s.t suspend
= (Alter (ObjectTarget TASK name=D.S.T) ifExists (Suspend))

alter task t set schedule = '1 minute' timezone = 'UTC'
= (Alter (ObjectTarget TASK name=T) (SetProperties {SCHEDULE='1 minute' TIMEZONE='UTC'}))

alter task t unset schedule, comment
= (Alter (ObjectTarget TASK name=T) (UnsetProperties names=['SCHEDULE' 'COMMENT']))

alter task t add after a, b
= (Alter (ObjectTarget TASK name=T) (AddAfter tasks=[A B]))

alter task t remove after a
= (Alter (ObjectTarget TASK name=T) (RemoveAfter tasks=[A]))

alter task t modify as select 1
= (Alter (ObjectTarget TASK name=T) (ModifyBody (QueryStatement (Query (Select items=[1])))))

alter task t modify when system$stream_has_data('S')
= (Alter (ObjectTarget TASK name=T) (ModifyWhen (FunctionCall SYSTEM$STREAM_HAS_DATA arguments=['S'])))

alter task t remove when
= (Alter (ObjectTarget TASK name=T) (RemoveWhen))

alter task t rename to u
! 001003 SQL compilation error: syntax error line 1 at position 13 unexpected 'rename'.

alter task t
! 001003 SQL compilation error: syntax error line 1 at position 12 unexpected '<EOF>'.

alter task t set foo = 1
! 001420 SQL compilation error: invalid property 'FOO' for 'TASK'

alter pipe p refresh
= (Alter (ObjectTarget PIPE name=P) (Refresh))

alter pipe p refresh prefix = 'a/' modified_after = '2026-01-01T00:00:00Z'
= (Alter (ObjectTarget PIPE name=P) (Refresh prefix='a/' modifiedAfter='2026-01-01T00:00:00Z'))

alter pipe p set pipe_execution_paused = true
= (Alter (ObjectTarget PIPE name=P) (SetProperties {PIPE_EXECUTION_PAUSED=TRUE}))

alter pipe p set auto_ingest = true
! 001420 SQL compilation error: invalid property 'AUTO_INGEST' for 'PIPE'

alter pipe p resume
! 001003 SQL compilation error: syntax error line 1 at position 13 unexpected 'resume'.

alter warehouse w suspend
= (Alter (ObjectTarget WAREHOUSE name=W) (Suspend))

alter warehouse suspend
= (Alter (ObjectTarget WAREHOUSE) (Suspend))

alter warehouse w resume if suspended
= (Alter (ObjectTarget WAREHOUSE name=W) (Resume ifSuspended))

alter warehouse w abort all queries
= (Alter (ObjectTarget WAREHOUSE name=W) (AbortAllQueries))

alter warehouse w set warehouse_size = small auto_suspend = 60
= (Alter (ObjectTarget WAREHOUSE name=W) (SetProperties {WAREHOUSE_SIZE=SMALL AUTO_SUSPEND=60}))

alter table t rename to u
= (Alter (ObjectTarget TABLE name=T) (RenameTo U))

alter table t add column a int not null default 0, b string
= (Alter (ObjectTarget TABLE name=T) (AddColumns columns=[(ColumnDefinition A type=INT notNull defaultValue=0) (ColumnDefinition B type=STRING)]))

alter table t add column if not exists a int
= (Alter (ObjectTarget TABLE name=T) (AddColumns columns=[(ColumnDefinition A type=INT)] ifNotExists))

alter table t add a
! 001003 SQL compilation error: syntax error line 1 at position 19 unexpected '<EOF>'.

alter table t add constraint pk primary key (a, b)
= (Alter (ObjectTarget TABLE name=T) (AddConstraint (TableConstraint name=PK PRIMARY_KEY columns=[A B])))

alter table t drop column if exists a, b
= (Alter (ObjectTarget TABLE name=T) (DropColumns columns=[A B] ifExists))

alter table t drop primary key
= (Alter (ObjectTarget TABLE name=T) (DropConstraint kind=PRIMARY_KEY))

alter table t rename column a to b
= (Alter (ObjectTarget TABLE name=T) (RenameColumn A B))

alter table t alter column a set data type varchar(100), column b drop not null, c drop default
= (Alter (ObjectTarget TABLE name=T) (AlterColumns changes=[(ColumnChange A SET_TYPE type=VARCHAR(100)) (ColumnChange B DROP_NOT_NULL) (ColumnChange C DROP_DEFAULT)]))

alter table t modify (column a set not null, b comment 'x')
= (Alter (ObjectTarget TABLE name=T) (AlterColumns changes=[(ColumnChange A SET_NOT_NULL) (ColumnChange B SET_COMMENT comment='x')]))

alter table t alter column a set default 1
= (Alter (ObjectTarget TABLE name=T) (AlterColumns changes=[(ColumnChange A SET_DEFAULT defaultValue=1)]))

alter table t swap with u
= (Alter (ObjectTarget TABLE name=T) (SwapWith U))

alter table t cluster by (a, b)
= (Alter (ObjectTarget TABLE name=T) (ClusterBy keys=[A B]))

alter table t drop clustering key
= (Alter (ObjectTarget TABLE name=T) (ClusterBy))

alter table t set data_retention_time_in_days = 1
= (Alter (ObjectTarget TABLE name=T) (SetProperties {DATA_RETENTION_TIME_IN_DAYS=1}))

alter table t unset comment
= (Alter (ObjectTarget TABLE name=T) (UnsetProperties names=['COMMENT']))

alter table t resume
! 001003 SQL compilation error: syntax error line 1 at position 14 unexpected 'resume'.

alter stage s set url = 's3://b/'
= (Alter (ObjectTarget STAGE name=S) (SetProperties {URL='s3://b/'}))

alter stream s set comment = 'x'
= (Alter (ObjectTarget STREAM name=S) (SetProperties {COMMENT='x'}))

alter procedure p(int, varchar) execute as caller
= (Alter (ObjectTarget PROCEDURE name=P argumentTypes=[INT VARCHAR]) (SetExecuteAs CALLER))

alter procedure p() rename to q
= (Alter (ObjectTarget PROCEDURE name=P) (RenameTo Q))

alter procedure p rename to q
! 001003 SQL compilation error: syntax error line 1 at position 18 unexpected 'rename'.

alter resource monitor m set credit_quota = 5 triggers on 50 percent do notify
= (Alter (ObjectTarget RESOURCE_MONITOR name=M) (SetTriggers {CREDIT_QUOTA=5} triggers=[(MonitorTrigger 50 NOTIFY)]))

alter user u set rsa_public_key = 'MIIB'
= (Alter (ObjectTarget USER name=U) (SetProperties {RSA_PUBLIC_KEY='MIIB'}))

alter user set timezone = 'UTC'
= (Alter (ObjectTarget USER) (SetProperties {TIMEZONE='UTC'}))

alter integration i set enabled = false
= (Alter (ObjectTarget INTEGRATION name=I) (SetProperties {ENABLED=FALSE}))

alter view v set secure
= (Alter (ObjectTarget VIEW name=V) (SetSecure secure))

alter table t drop constraint if exists c
! 001003 SQL compilation error: syntax error line 1 at position 33 unexpected 'exists'.

alter table t drop constraint k
= (Alter (ObjectTarget TABLE name=T) (DropConstraint name=K))

alter table t drop unique (a, b)
= (Alter (ObjectTarget TABLE name=T) (DropConstraint kind=UNIQUE columns=[A B]))

alter sequence s set increment by 5
= (Alter (ObjectTarget SEQUENCE name=S) (SetNumbering increment=5))

alter sequence s set noorder
= (Alter (ObjectTarget SEQUENCE name=S) (SetNumbering ordered=false))

alter sequence s set
! 001003 SQL compilation error: syntax error line 1 at position 20 unexpected '<EOF>'.

show tables with privileges select
! 000002 not supported by snowflake-local: SHOW … WITH PRIVILEGES

alter account set timezone = 'UTC'
! 000002 not supported by snowflake-local: ALTER ACCOUNT

drop table if exists d.s.t cascade
= (Drop (ObjectTarget TABLE name=D.S.T) ifExists behavior=CASCADE)

DROP  TABLE  If  EXISTS "DB"."SC".T
= (Drop (ObjectTarget TABLE name=DB.SC.T) ifExists)

DROP  FILE  FORMAT IF EXISTS F
= (Drop (ObjectTarget FILE_FORMAT name=F) ifExists)

drop procedure if exists p(timestamp_ntz, number)
= (Drop (ObjectTarget PROCEDURE name=P argumentTypes=[TIMESTAMP_NTZ NUMBER]) ifExists)

drop procedure p
! 001003 SQL compilation error: syntax error line 1 at position 16 unexpected '<EOF>'.

drop database role d.r
= (Drop (ObjectTarget DATABASE_ROLE name=D.R))

drop storage integration i
= (Drop (ObjectTarget INTEGRATION name=I))

drop warehouse a.b
! 001003 SQL compilation error: syntax error line 1 at position 15 unexpected 'a'.

drop table t, u
! 001003 SQL compilation error: syntax error line 1 at position 12 unexpected ','.

drop dynamic table t
! 000002 not supported by snowflake-local: DROP DYNAMIC TABLE

drop foo f
! 001003 SQL compilation error: syntax error line 1 at position 5 unexpected 'foo'.

undrop table t
! 000002 not supported by snowflake-local: UNDROP

grant usage on database d to role r
= (Grant privileges=['USAGE'] (OnObject (ObjectTarget DATABASE name=D)) (Grantee ROLE R) NONE)

grant select, insert on table d.s.t to role r with grant option
= (Grant privileges=['SELECT' 'INSERT'] (OnObject (ObjectTarget TABLE name=D.S.T)) (Grantee ROLE R) WITH_GRANT_OPTION)

grant all privileges on schema d.s to r
= (Grant privileges=['ALL'] (OnObject (ObjectTarget SCHEMA name=D.S)) (Grantee ROLE R) NONE)

grant create task on schema d.s to database role d.r
= (Grant privileges=['CREATE TASK'] (OnObject (ObjectTarget SCHEMA name=D.S)) (Grantee DATABASE_ROLE D.R) NONE)

grant execute managed task on account to role r
= (Grant privileges=['EXECUTE MANAGED TASK'] (OnAccount) (Grantee ROLE R) NONE)

grant select on all tables in schema d.s to role r
= (Grant privileges=['SELECT'] (OnMany ALL TABLE (ObjectTarget SCHEMA name=D.S)) (Grantee ROLE R) NONE)

grant select on future views in database d to role r
= (Grant privileges=['SELECT'] (OnMany FUTURE VIEW (ObjectTarget DATABASE name=D)) (Grantee ROLE R) NONE)

grant usage on procedure p(timestamp_ntz, number) to role r
= (Grant privileges=['USAGE'] (OnObject (ObjectTarget PROCEDURE name=P argumentTypes=[TIMESTAMP_NTZ NUMBER])) (Grantee ROLE R) NONE)

grant ownership on task t to role r copy current grants
= (Grant privileges=['OWNERSHIP'] (OnObject (ObjectTarget TASK name=T)) (Grantee ROLE R) COPY_CURRENT_GRANTS)

grant role a to role b
= (GrantRole (Grantee ROLE A) (Grantee ROLE B))

grant role a to user u
= (GrantRole (Grantee ROLE A) (Grantee USER U))

grant database role snowflake.usage_viewer to role r
= (GrantRole (Grantee DATABASE_ROLE SNOWFLAKE.USAGE_VIEWER) (Grantee ROLE R))

grant all, select on table t to role r
! 001003 SQL compilation error: syntax error line 1 at position 6 unexpected 'all'.

grant foo on table t to role r
! 001003 SQL compilation error: syntax error line 1 at position 6 unexpected 'foo'.

grant select on t to role r
! 001003 SQL compilation error: syntax error line 1 at position 16 unexpected 't'.

grant select on table t to share s
! 000002 not supported by snowflake-local: grants to a SHARE

grant select on table t role r
! 001003 SQL compilation error: syntax error line 1 at position 24 unexpected 'role'.

revoke all privileges on schema s from role r cascade
= (Revoke privileges=['ALL'] (OnObject (ObjectTarget SCHEMA name=S)) (Grantee ROLE R) behavior=CASCADE)

revoke grant option for select on table t from role r
= (Revoke privileges=['SELECT'] (OnObject (ObjectTarget TABLE name=T)) (Grantee ROLE R) grantOptionOnly)

revoke role a from role b
= (RevokeRole (Grantee ROLE A) (Grantee ROLE B))

comment on table d.s.t is 'x'
= (Comment (ObjectTarget TABLE name=D.S.T) 'x')

comment if exists on column d.s.t.c is 'y'
= (Comment (ObjectTarget TABLE name=D.S.T) column=C ifExists 'y')

comment on procedure p(int) is 'z'
= (Comment (ObjectTarget PROCEDURE name=P argumentTypes=[INT]) 'z')

comment on column c is 'y'
! 001003 SQL compilation error: syntax error line 1 at position 20 unexpected 'is'.

comment on table t 'x'
! 001003 SQL compilation error: syntax error line 1 at position 19 unexpected ''x''.

create temp secure procedure p() returns int as 'return 1'
= (CreateProcedure CREATE TEMPORARY secure P (Returns type=INT) 'SQL' CALLED OWNER body='return 1')

create sequence s order
= (CreateSequence CREATE S (Numbering 1 1 ordered=true))

create sequence s increment = 0.5
! 001003 SQL compilation error: syntax error line 1 at position 30 unexpected '0.5'.

create recursive view v as select 1
! 000002 not supported by snowflake-local: CREATE RECURSIVE VIEW

create view v change_tracking = true copy grants comment = 'x' as select 1
= (CreateView CREATE PERMANENT V copyGrants {CHANGE_TRACKING=TRUE COMMENT='x'} (Query (Select items=[1])))

create view v with tag (a = 'b') as select 1
! 000002 not supported by snowflake-local: tags and policies of CREATE VIEW

create global temporary view v as select 1
= (CreateView CREATE TEMPORARY V (Query (Select items=[1])))

create task t schedule = '1 minute' autocommit = true as select 1
= (CreateTask CREATE T {SCHEDULE='1 minute' AUTOCOMMIT=TRUE} (QueryStatement (Query (Select items=[1]))))

create task t search_path = 'x' as select 1
! 001420 SQL compilation error: invalid property 'SEARCH_PATH' for 'TASK'

create task t log_level = 'DEBUG' as select 1
! 000002 not supported by snowflake-local: LOG_LEVEL of TASK

alter warehouse set auto_suspend = 60
! 001003 SQL compilation error: syntax error line 1 at position 16 unexpected 'set'.

alter warehouse suspend resume
= (Alter (ObjectTarget WAREHOUSE name=SUSPEND) (Resume))

create snowflake.core.budget if not exists b()
! 000002 not supported by snowflake-local: CREATE of an instance of a class, such as SNOWFLAKE.CORE.BUDGET

call b!set_spending_limit(10)
! 000002 not supported by snowflake-local: CALL of a method of a class's instance (B!…)

create streamlit s root_location = '@st'
! 000002 not supported by snowflake-local: CREATE STREAMLIT

create or replace dynamic iceberg table t target_lag = '1 minute' as select 1
! 000002 not supported by snowflake-local: CREATE DYNAMIC ICEBERG TABLE

alter row access policy p rename to q
! 000002 not supported by snowflake-local: ALTER ROW ACCESS POLICY

drop session policy if exists p
! 000002 not supported by snowflake-local: DROP SESSION POLICY

describe external volume v
! 000002 not supported by snowflake-local: DESCRIBE EXTERNAL VOLUME

show git repositories
! 000002 not supported by snowflake-local: SHOW GIT REPOSITORIES

show functions in class c
! 000002 not supported by snowflake-local: SHOW … IN CLASS

grant create dynamic table on schema s to role r
! 000002 not supported by snowflake-local: the privilege CREATE DYNAMIC TABLE

grant select on future materialized views in schema s to role r
! 000002 not supported by snowflake-local: grants on MATERIALIZED VIEWS

grant manage user support cases on account to role r
! 000002 not supported by snowflake-local: the privilege MANAGE

create schema s tag (t = 'a')
! 000002 not supported by snowflake-local: CREATE SCHEMA … TAG

alter stage s refresh
! 000002 not supported by snowflake-local: ALTER … REFRESH

alter table t modify constraint c not enforced
! 000002 not supported by snowflake-local: ALTER TABLE … ALTER of a constraint

alter table t modify column c unset masking policy
! 000002 not supported by snowflake-local: ALTER COLUMN … UNSET MASKING

alter table t add column a int, if not exists b int
! 000002 not supported by snowflake-local: ADD COLUMN of which only some say IF NOT EXISTS

create file format f type = parquet snappy_compression = true
! 000002 not supported by snowflake-local: SNAPPY_COMPRESSION of FILE FORMAT

create stage s directory = (enable = true auto_refresh = true)
! 000002 not supported by snowflake-local: AUTO_REFRESH of STAGE

create procedure p() returns int language sql as begin return 1; end
! 000002 not supported by snowflake-local: routines in LANGUAGE SQL

create table t clone u copy tags
! 000002 not supported by snowflake-local: tags and policies of CREATE TABLE

create view v copy grants copy tags as select 1
! 000002 not supported by snowflake-local: tags and policies of CREATE VIEW
