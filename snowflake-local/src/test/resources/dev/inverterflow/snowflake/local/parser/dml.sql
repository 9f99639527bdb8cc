insert into t values (1, 'a'), (default, null)
= (Insert T (Rows rows=[[1 'a'] [(DefaultValue) NULL]]))

insert into db.sc.t (a, b) select a, b from s
= (Insert DB.SC.T columns=[A B] (FromQuery (Query (Select items=[A B] from=(TableReference S)))))

INSERT  INTO T VALUES (?, ?)
= (Insert T (Rows rows=[[(Bind 1) (Bind 2)]]))

insert into t (a) (select 1)
= (Insert T columns=[A] (FromQuery (Query (Parenthesised (Query (Select items=[1]))))))

insert into t (select 1)
= (Insert T (FromQuery (Query (Parenthesised (Query (Select items=[1]))))))

insert into t with x as (select 1) select * from x
= (Insert T (FromQuery (Query with=[(CommonTable X (Query (Select items=[1])))] (Select items=[(Star)] from=(TableReference X)))))

insert overwrite into t select * from u
= (Insert T overwrite (FromQuery (Query (Select items=[(Star)] from=(TableReference U)))))

insert t values (1)
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected 't'.

insert into t
! 001003 SQL compilation error: syntax error line 1 at position 13 unexpected '<EOF>'.

insert into t values
! 001003 SQL compilation error: syntax error line 1 at position 20 unexpected '<EOF>'.

insert into t values 1
! 001003 SQL compilation error: syntax error line 1 at position 21 unexpected '1'.

insert into t (a, b values (1, 2)
! 001003 SQL compilation error: syntax error line 1 at position 20 unexpected 'values'.

insert into t default values
! 001003 SQL compilation error: syntax error line 1 at position 14 unexpected 'default'.

insert into t set a = 1
! 001003 SQL compilation error: syntax error line 1 at position 14 unexpected 'set'.

insert all into t1 into t2 (x) values (a) select a from s
= (MultiTableInsert branches=[(InsertBranch targets=[(InsertTarget T1) (InsertTarget T2 columns=[X] values=[A])])] (Query (Select items=[A] from=(TableReference S))))

insert first when a > 1 then into t1 when a > 2 then into t2 else into t3 select a from s
= (MultiTableInsert firstOnly branches=[(InsertBranch condition=(Binary GREATER A 1) targets=[(InsertTarget T1)]) (InsertBranch condition=(Binary GREATER A 2) targets=[(InsertTarget T2)])] otherwise=[(InsertTarget T3)] (Query (Select items=[A] from=(TableReference S))))

insert overwrite all when a then into t1 select a from s
= (MultiTableInsert overwrite branches=[(InsertBranch condition=A targets=[(InsertTarget T1)])] (Query (Select items=[A] from=(TableReference S))))

update t set a = 1, t.b = default, c = c + 1 from u, v where t.x = u.x
= (Update (TableReference T) assignments=[(Assignment A 1) (Assignment T.B (DefaultValue)) (Assignment C (Binary ADD C 1))] from=(Join COMMA (TableReference U) (TableReference V)) where=(Binary EQUAL T.X U.X))

update db.sc.t as x set x.a = 1
= (Update (TableReference DB.SC.T alias=(TableAlias X)) assignments=[(Assignment X.A 1)])

update t a = 1
! 001003 SQL compilation error: syntax error line 1 at position 11 unexpected '='.

update t set a
! 001003 SQL compilation error: syntax error line 1 at position 14 unexpected '<EOF>'.

update t set a = 1 returning a
! 001003 SQL compilation error: syntax error line 1 at position 19 unexpected 'returning'.

DELETE  FROM T WHERE ("X" = 1)
= (Delete (TableReference T) where=(Binary EQUAL X 1))

delete from t x using u, (select 1 as a) v where x.a = u.a
= (Delete (TableReference T alias=(TableAlias X)) using=(Join COMMA (TableReference U) (SubqueryRelation (Query (Select items=[(SelectItem 1 alias=A)])) alias=(TableAlias V))) where=(Binary EQUAL X.A U.A))

delete t
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected 't'.

delete from t limit 1
! 001003 SQL compilation error: syntax error line 1 at position 14 unexpected 'limit'.

MERGE  INTO T USING ( SELECT * FROM (S)) ON ( "A" = "B" ) WHEN  MATCHED  THEN  UPDATE  SET "X" = "r_ab12_X" WHEN  NOT  MATCHED  THEN  INSERT ("A") VALUES ("B")
= (Merge (TableReference T) (SubqueryRelation (Query (Select items=[(Star)] from=(TableReference S)))) (Binary EQUAL A B) clauses=[(MatchedUpdate assignments=[(Assignment X "r_ab12_X")]) (NotMatchedInsert columns=[A] values=[B])])

merge into t as a using s as b on a.id = b.id when matched and b.gone then delete when matched and not (a.v = b.v) then update set a.v = b.v, w = default when not matched and b.v > 0 then insert values (b.id, b.v)
= (Merge (TableReference T alias=(TableAlias A)) (TableReference S alias=(TableAlias B)) (Binary EQUAL A.ID B.ID) clauses=[(MatchedDelete condition=B.GONE) (MatchedUpdate condition=(Unary NOT (Binary EQUAL A.V B.V)) assignments=[(Assignment A.V B.V) (Assignment W (DefaultValue))]) (NotMatchedInsert condition=(Binary GREATER B.V 0) values=[B.ID B.V])])

merge into t using s on t.a = s.a
! 001003 SQL compilation error: syntax error line 1 at position 33 unexpected '<EOF>'.

merge into t using s on t.a = s.a when matched then insert (a) values (1)
! 001003 SQL compilation error: syntax error line 1 at position 52 unexpected 'insert'.

merge into t using s on t.a = s.a when not matched then update set a = 1
! 001003 SQL compilation error: syntax error line 1 at position 56 unexpected 'update'.

merge into t using s on t.a = s.a when matched then do nothing
! 001003 SQL compilation error: syntax error line 1 at position 52 unexpected 'do'.

merge into t using s on t.a = s.a when not matched by source then delete
! 001003 SQL compilation error: syntax error line 1 at position 51 unexpected 'by'.

merge into t using s on t.a = s.a when matched then update all by name
= (Merge (TableReference T) (TableReference S) (Binary EQUAL T.A S.A) clauses=[(MatchedUpdateByName)])

merge into t using s on t.a = s.a when not matched and s.b > 1 then insert all by name
= (Merge (TableReference T) (TableReference S) (Binary EQUAL T.A S.A) clauses=[(NotMatchedInsertByName condition=(Binary GREATER S.B 1))])

truncate table if exists db.sc.t
= (Truncate DB.SC.T ifExists)

truncate t
= (Truncate T)

truncate table
! 001003 SQL compilation error: syntax error line 1 at position 14 unexpected '<EOF>'.

copy into t from @s
= (CopyIntoTable T (Plain (StageLocation NAMED name=S '')))

copy into db.sc.t (a, b)
from (select $1, t.$2:x::int, metadata$filename from @s/in/ t)
pattern = '.*[.]json' file_format = (type = json strip_outer_array = true) on_error = 'skip_file'
= (CopyIntoTable DB.SC.T columns=[A B] (Transform items=[(PositionalColumn 1) (Cast OPERATOR (PathAccess (PositionalColumn qualifier=T 2) steps=[(Field 'x')]) INT) METADATA$FILENAME] (StageLocation NAMED name=S 'in/') alias=T) {PATTERN='.*[.]json' FILE_FORMAT=(TYPE = JSON STRIP_OUTER_ARRAY = TRUE) ON_ERROR='skip_file'})

copy into t from (select $1 from @s where $1 is not null)
! 002098 SQL compilation error: COPY statement only supports simple SELECT from stage statements for import.

copy into t from (select $1 from @s order by 1)
! 002098 SQL compilation error: COPY statement only supports simple SELECT from stage statements for import.

copy into t from (select $1 from @s limit 1)
! 002098 SQL compilation error: COPY statement only supports simple SELECT from stage statements for import.

copy into t from (select distinct $1 from @s)
! 002098 SQL compilation error: COPY statement only supports simple SELECT from stage statements for import.

copy into t from (select count(*) from @s group by 1)
! 002098 SQL compilation error: COPY statement only supports simple SELECT from stage statements for import.

copy into t from (select $1 from (select $1 from @s))
! 002098 SQL compilation error: COPY statement only supports simple SELECT from stage statements for import.

copy into t from (select (select 1) from @s)
! 002098 SQL compilation error: COPY statement only supports simple SELECT from stage statements for import.

copy into t from (select a from u)
! 002098 SQL compilation error: COPY statement only supports simple SELECT from stage statements for import.

copy into t from (select $1 from @s, @r)
! 002098 SQL compilation error: COPY statement only supports simple SELECT from stage statements for import.

copy into t from (with x as (select 1) select $1 from @s)
! 002098 SQL compilation error: COPY statement only supports simple SELECT from stage statements for import.

copy into t from @s files = ('a.json', 'b.json') force = true on_error = skip_file_10%
= (CopyIntoTable T (Plain (StageLocation NAMED name=S '')) {FILES=('a.json', 'b.json') FORCE=TRUE ON_ERROR="SKIP_FILE_10%"})

copy into t from @s foo = true
! 001006 SQL compilation error: invalid parameter 'FOO'

copy into t from @s file_format = (type = csv foo = 1)
! 001006 SQL compilation error: invalid parameter 'FOO'

copy into t from @s file_format = (format_name = 'db.sc.ff')
= (CopyIntoTable T (Plain (StageLocation NAMED name=S '')) {FILE_FORMAT=(FORMAT_NAME = 'db.sc.ff')})

copy into t from 's3://bucket/path/'
! 000002 not supported by snowflake-local: COPY with a URL; use a stage

copy into t from @s purge = true purge = false
! 001424 SQL compilation error: duplicate property 'PURGE'; only one property with this name is permitted.

copy into @s/out.csv from (select 1) file_format = (type = csv compression = none) single = true overwrite = true header = true
= (CopyIntoLocation (StageLocation NAMED name=S 'out.csv') (Query (Select items=[1])) {FILE_FORMAT=(TYPE = CSV COMPRESSION = NONE) SINGLE=TRUE OVERWRITE=TRUE HEADER=TRUE})

copy into @~/x from db.sc.t
= (CopyIntoLocation (StageLocation USER 'x') (Query (Select items=[(Star)] from=(TableReference DB.SC.T))))

copy into @s from t partition by (a)
= (CopyIntoLocation (StageLocation NAMED name=S '') (Query (Select items=[(Star)] from=(TableReference T))) partitionBy=A)

copy files into @a from @b
! 000002 not supported by snowflake-local: COPY FILES
