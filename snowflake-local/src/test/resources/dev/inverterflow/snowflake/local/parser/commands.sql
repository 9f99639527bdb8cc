use role r
= (Use ROLE name=R)

use warehouse w
= (Use WAREHOUSE name=W)

use database d
= (Use DATABASE name=D)

use schema d.s
= (Use SCHEMA name=D.S)

use d
= (Use DATABASE name=D)

use d.s
= (Use SCHEMA name=D.S)

use secondary roles none
= (Use SECONDARY_ROLES_NONE)

use role
! 001003 SQL compilation error: syntax error line 1 at position 8 unexpected '<EOF>'.

use role a.b
! 001003 SQL compilation error: syntax error line 1 at position 9 unexpected 'a'.

use a.b.c
! 001003 SQL compilation error: syntax error line 1 at position 4 unexpected 'a'.

alter session /* JDBC:setAutoCommit */ set autocommit=false
= (AlterSession {AUTOCOMMIT=FALSE})

alter session set timezone = 'UTC', week_start = 1 query_tag = 'a'
= (AlterSession {TIMEZONE='UTC' WEEK_START=1 QUERY_TAG='a'})

alter session unset timezone, query_tag
= (AlterSession unset=['TIMEZONE' 'QUERY_TAG'])

alter session set
! 001003 SQL compilation error: syntax error line 1 at position 17 unexpected '<EOF>'.

alter session timezone = 'UTC'
! 001003 SQL compilation error: syntax error line 1 at position 14 unexpected 'timezone'.

set a = 1
= (SetVariables names=[A] values=[1])

set (a, b) = (1, 'x')
= (SetVariables names=[A B] values=[1 'x'])

set (a, b) = (1)
! 001003 SQL compilation error: syntax error line 1 at position 15 unexpected ')'.

set a
! 001003 SQL compilation error: syntax error line 1 at position 5 unexpected '<EOF>'.

unset (a, b)
= (UnsetVariables names=[A B])

begin
= (Begin)

begin work
= (Begin)

begin transaction name x
= (Begin name=X)

start transaction
= (Begin)

start
! 001003 SQL compilation error: syntax error line 1 at position 5 unexpected '<EOF>'.

commit work
= (Commit)

rollback
= (Rollback)

begin insert into t select 1; end
! 000002 not supported by snowflake-local: BEGIN … END of Snowflake Scripting

declare x int; begin end
! 000002 not supported by snowflake-local: DECLARE

begin atomic
! 000002 not supported by snowflake-local: BEGIN … END of Snowflake Scripting

call p()
= (CallProcedure P)

call d.s.p(1, 'a', to_time => sysdate()::timestamp_ntz, null)
= (CallProcedure D.S.P arguments=[1 'a' (Argument name=TO_TIME (Cast OPERATOR (FunctionCall SYSDATE) TIMESTAMP_NTZ)) NULL])

call p
! 001003 SQL compilation error: syntax error line 1 at position 6 unexpected '<EOF>'.

call p() p
! 001003 SQL compilation error: syntax error line 1 at position 9 unexpected 'p'.

call p(1,)
! 001003 SQL compilation error: syntax error line 1 at position 9 unexpected ')'.

execute task d.s.t
= (ExecuteTask D.S.T)

execute task t retry last
= (ExecuteTask T retryLast)

execute task
! 001003 SQL compilation error: syntax error line 1 at position 12 unexpected '<EOF>'.

execute immediate 'select 1'
= (ExecuteImmediate 'select 1')

execute immediate $$ begin return 1; end $$
= (ExecuteImmediate ' begin return 1; end ')

execute immediate ? using (a, b)
= (ExecuteImmediate (Bind 1) using=[A B])

execute immediate from @s/x.sql
! 000002 not supported by snowflake-local: EXECUTE IMMEDIATE FROM

explain using text select 1
= (Explain TEXT (QueryStatement (Query (Select items=[1]))))

explain local select 1 from t
= (ExplainLocal (QueryStatement (Query (Select items=[1] from=(TableReference T)))))

explain using xml select 1
! 001003 SQL compilation error: syntax error line 1 at position 14 unexpected 'xml'.

explain
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected '<EOF>'.

put file:///tmp/a//b--c.jar @s/x overwrite  =  TRUE auto_compress=false
= (Put '/tmp/a//b--c.jar' (StageLocation NAMED name=S 'x') {OVERWRITE=TRUE AUTO_COMPRESS=FALSE})

put file:///tmp/x*.csv @~ parallel = 4 source_compression = gzip
= (Put '/tmp/x*.csv' (StageLocation USER '') {PARALLEL=4 SOURCE_COMPRESSION=GZIP})

put 'file:///tmp/a b.jar' '@"DB"."SC".S/p q'
= (Put '/tmp/a b.jar' (StageLocation NAMED name=DB.SC.S 'p q'))

put /tmp/x @s
! 001003 SQL compilation error: syntax error line 1 at position 4 unexpected '/'.

put file:///tmp/x
! 001003 SQL compilation error: syntax error line 1 at position 17 unexpected '<EOF>'.

put file:///tmp/x @s compress = true
! 001006 SQL compilation error: invalid parameter 'COMPRESS'

get @s/x/ file:///tmp/out/ pattern='.*'
= (Get (StageLocation NAMED name=S 'x/') '/tmp/out/' {PATTERN='.*'})

get @s '/tmp/out'
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected ''/tmp/out''.

list @s
= (ListFiles (StageLocation NAMED name=S ''))

ls '@"DB"."SC".S/p' pattern = '.*[.]jar'
= (ListFiles (StageLocation NAMED name=DB.SC.S 'p') pattern='.*[.]jar')

ls s
! 001003 SQL compilation error: syntax error line 1 at position 3 unexpected 's'.

remove @%t/x
= (RemoveFiles (StageLocation TABLE name=T 'x'))

rm @s/in/ pattern = '.*'
= (RemoveFiles (StageLocation NAMED name=S 'in/') pattern='.*')

show tables
= (Show TABLES)

show /* JDBC:DatabaseMetaData.getTables() */ objects in account
= (Show OBJECTS scope=(ShowScope kind=ACCOUNT))

show columns like '%' in table "DB"."SC"."T"
= (Show COLUMNS like='%' scope=(ShowScope kind=TABLE name=DB.SC.T))

show terse tasks like 'x' in database d starts with 'a' limit 5 from 'b'
= (Show TASKS terse like='x' scope=(ShowScope kind=DATABASE name=D) startsWith='a' limit=5 from='b')

show tables history in schema d.s limit 10
= (Show TABLES history scope=(ShowScope kind=SCHEMA name=D.S) limit=10)

show schemas in database
= (Show SCHEMAS scope=(ShowScope kind=DATABASE))

show views in d.s
= (Show VIEWS scope=(ShowScope name=D.S))

show parameters like 'TIMEZONE' for task t
= (Show PARAMETERS like='TIMEZONE' scope=(ShowScope kind=TASK name=T))

show parameters in session
= (Show PARAMETERS scope=(ShowScope kind=SESSION))

show storage integrations
= (Show STORAGE_INTEGRATIONS)

show primary keys in table t
= (Show PRIMARY_KEYS scope=(ShowScope kind=TABLE name=T))

show user procedures
= (Show USER_PROCEDURES)

show procedures like 'P' in schema s
= (Show PROCEDURES like='P' scope=(ShowScope kind=SCHEMA name=S))

show grants
= (ShowGrants CURRENT_USER)

show grants on table d.s.t
= (ShowGrants ON on=(OnObject (ObjectTarget TABLE name=D.S.T)))

show grants on account
= (ShowGrants ON on=(OnAccount))

show grants to role r
= (ShowGrants TO grantee=(Grantee ROLE R))

show grants to user u
= (ShowGrants TO grantee=(Grantee USER U))

show grants of role r
= (ShowGrants OF grantee=(Grantee ROLE R))

show grants limit 3
= (ShowGrants CURRENT_USER limit=3)

show future grants in schema s
= (ShowGrants FUTURE_IN on=(OnObject (ObjectTarget SCHEMA name=S)))

show future grants to role r limit 1
= (ShowGrants FUTURE_TO grantee=(Grantee ROLE R) limit=1)

show future grants
! 001003 SQL compilation error: syntax error line 1 at position 18 unexpected '<EOF>'.

show event tables
! 000002 not supported by snowflake-local: SHOW EVENT TABLES

show tasks root only
! 000002 not supported by snowflake-local: SHOW TASKS … ROOT ONLY

show foo
! 001003 SQL compilation error: syntax error line 1 at position 5 unexpected 'foo'.

show tables limit 'a'
! 001003 SQL compilation error: syntax error line 1 at position 18 unexpected ''a''.

show tables like x
! 001003 SQL compilation error: syntax error line 1 at position 17 unexpected 'x'.

describe table d.s.t
= (Describe (ObjectTarget TABLE name=D.S.T))

DESCRIBE TABLE T type = columns
= (Describe (ObjectTarget TABLE name=T))

desc procedure p(int, varchar)
= (Describe (ObjectTarget PROCEDURE name=P argumentTypes=[INT VARCHAR]))

desc function f(int)
= (Describe (ObjectTarget FUNCTION name=F argumentTypes=[INT]))

desc transaction 1651535571261000000
= (DescribeTransaction 1651535571261000000)

describe transaction $x
! 001003 SQL compilation error: syntax error line 1 at position 21 unexpected '$x'.

select system$abort_session(1)
= (QueryStatement (Query (Select items=[(FunctionCall SYSTEM$ABORT_SESSION arguments=[1])])))

desc pipe p
= (Describe (ObjectTarget PIPE name=P))

describe result last_query_id()
= (DescribeResult (FunctionCall LAST_QUERY_ID))

describe result 'id'
= (DescribeResult 'id')

describe t
! 001003 SQL compilation error: syntax error line 1 at position 9 unexpected 't'.

desc table
! 001003 SQL compilation error: syntax error line 1 at position 10 unexpected '<EOF>'.

select system$cancel_all_queries(123)
= (QueryStatement (Query (Select items=[(FunctionCall SYSTEM$CANCEL_ALL_QUERIES arguments=[123])])))

select "name" from (select * from table(result_scan('id')))
= (QueryStatement (Query (Select items=["name"] from=(SubqueryRelation (Query (Select items=[(Star)] from=(TableFunctionRelation (FunctionCall RESULT_SCAN arguments=['id']))))))))

select 1; select 2
! 000008 Actual statement count 2 did not match the desired statement count 1.

create table t (a int);
= (CreateTable CREATE PERMANENT T columns=[(ColumnDefinition A type=INT)])
