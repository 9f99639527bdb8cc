select 1
= (QueryStatement (Query (Select items=[1])))

SELECT
! 001003 SQL compilation error: syntax error line 1 at position 6 unexpected '<EOF>'.

select from t
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected 'from'.

FROM t SELECT a
! 001003 SQL compilation error: syntax error line 1 at position 0 unexpected 'FROM'.

select a, b, from t
= (QueryStatement (Query (Select items=[A B] from=(TableReference T))))

select distinct a x, b as "y z" from t u
= (QueryStatement (Query (Select distinct items=[(SelectItem A alias=X) (SelectItem B alias="y z")] from=(TableReference T alias=(TableAlias U)))))

select all a from t as u (c, d)
= (QueryStatement (Query (Select items=[A] from=(TableReference T alias=(TableAlias U columns=[C D])))))

select top 4 a from t
= (QueryStatement (Query (Select top=4 items=[A] from=(TableReference T))))

select * exclude (a) replace (b + 1 as b) rename (c as d, e as f), t.* from t
= (QueryStatement (Query (Select items=[(Star exclude=[A] replace=[(Replacement (Binary ADD B 1) B)] rename=[(Renaming C D) (Renaming E F)]) (Star qualifier=T)] from=(TableReference T))))

select * ilike '%id%' from t
= (QueryStatement (Query (Select items=[(Star like='%id%')] from=(TableReference T))))

select * except (a) from t
! 001003 SQL compilation error: syntax error line 1 at position 17 unexpected 'a'.

select 1 as from
! 001003 SQL compilation error: syntax error line 1 at position 12 unexpected 'from'.

select 1 limit 1
= (QueryStatement (Query (Select items=[1]) limit=(Limit count=1)))

select a limit from t
! 001003 SQL compilation error: syntax error line 1 at position 15 unexpected 'from'.

select "G", sum("X") AS "SX" FROM ( SELECT  *  FROM ( SELECT  *  FROM (T1)) WHERE ("X" > 1 :: int)) GROUP BY "G"
= (QueryStatement (Query (Select items=[G (SelectItem (FunctionCall SUM arguments=[X]) alias=SX)] from=(SubqueryRelation (Query (Select items=[(Star)] from=(SubqueryRelation (Query (Select items=[(Star)] from=(TableReference T1)))) where=(Binary GREATER X (Cast OPERATOR 1 INT))))) groupBy=(Elements elements=[(Element KEY sets=[[G]])]))))

SELECT "ID" FROM ( SELECT  *  FROM ( VALUES (1 :: int, 'a'), (2 :: int, 'b') AS SNOWPARK_TEMP_TABLE_X("ID","N")))
= (QueryStatement (Query (Select items=[ID] from=(SubqueryRelation (Query (Select items=[(Star)] from=(ValuesRelation rows=[[(Cast OPERATOR 1 INT) 'a'] [(Cast OPERATOR 2 INT) 'b']] alias=(TableAlias SNOWPARK_TEMP_TABLE_X columns=[ID N]))))))))

select * from (values (1, 'a')) as v (id, n)
= (QueryStatement (Query (Select items=[(Star)] from=(ValuesRelation rows=[[1 'a']] alias=(TableAlias V columns=[ID N])))))

select column1 from values (1), (2)
= (QueryStatement (Query (Select items=[COLUMN1] from=(ValuesRelation rows=[[1] [2]]))))

values (1)
! 001003 SQL compilation error: syntax error line 1 at position 0 unexpected 'values'.

SELECT  *  FROM (( SELECT "ID" AS "l_ab12_ID" FROM (A)) AS SNOWPARK_TEMP_TABLE_1 INNER JOIN ( SELECT "ID" FROM (B)) AS SNOWPARK_TEMP_TABLE_2 ON ("l_ab12_ID" = "ID"))
= (QueryStatement (Query (Select items=[(Star)] from=(Join INNER (SubqueryRelation (Query (Select items=[(SelectItem ID alias="l_ab12_ID")] from=(TableReference A))) alias=(TableAlias SNOWPARK_TEMP_TABLE_1)) (SubqueryRelation (Query (Select items=[ID] from=(TableReference B))) alias=(TableAlias SNOWPARK_TEMP_TABLE_2)) condition=(On (Binary EQUAL "l_ab12_ID" ID))))))

select * from a join b using (id, day) left outer join c on a.id = c.id natural join d cross join e
= (QueryStatement (Query (Select items=[(Star)] from=(Join CROSS (Join INNER (Join LEFT (Join INNER (TableReference A) (TableReference B) condition=(Using columns=[ID DAY])) (TableReference C) condition=(On (Binary EQUAL A.ID C.ID))) (TableReference D) condition=(Natural)) (TableReference E)))))

select * from a, b join c on b.x = c.x, d
= (QueryStatement (Query (Select items=[(Star)] from=(Join COMMA (Join COMMA (TableReference A) (Join INNER (TableReference B) (TableReference C) condition=(On (Binary EQUAL B.X C.X)))) (TableReference D)))))

select * from a left join b
= (QueryStatement (Query (Select items=[(Star)] from=(Join LEFT (TableReference A) (TableReference B)))))

select * from a left join table(flatten(a.v))
= (QueryStatement (Query (Select items=[(Star)] from=(Join LEFT (TableReference A) (TableFunctionRelation (FunctionCall FLATTEN arguments=[A.V]))))))

select * from a cross join b on a.x = b.x
! 001003 SQL compilation error: syntax error line 1 at position 29 unexpected 'on'.

select * from a join b on
! 001003 SQL compilation error: syntax error line 1 at position 25 unexpected '<EOF>'.

select * from a right semi join b on 1 = 1
! 001003 SQL compilation error: syntax error line 1 at position 22 unexpected 'semi'.

select * from a asof join b match_condition (a.t >= b.t)
= (QueryStatement (Query (Select items=[(Star)] from=(Join ASOF (TableReference A) (TableReference B) condition=(Closest (Binary GREATER_OR_EQUAL A.T B.T))))))

select * from a asof join b match_condition (a.t = b.t)
! 001003 SQL compilation error: syntax error line 1 at position 45 unexpected 'a'.

select * from a asof join b on a.t = b.t
! 001003 SQL compilation error: syntax error line 1 at position 28 unexpected 'on'.

SELECT f.value FROM T1 r, LATERAL  FLATTEN ( INPUT  => "V"['r'],  PATH  => '',  OUTER  => false,  RECURSIVE  => false,  MODE  => 'BOTH') f
= (QueryStatement (Query (Select items=[F.VALUE] from=(Join COMMA (TableReference T1 alias=(TableAlias R)) (TableFunctionRelation (FunctionCall FLATTEN arguments=[(Argument name=INPUT (PathAccess V steps=[(Field 'r')])) (Argument name=PATH '') (Argument name=OUTER FALSE) (Argument name=RECURSIVE FALSE) (Argument name=MODE 'BOTH')]) alias=(TableAlias F))))))

SELECT * FROM (T1) JOIN  TABLE (flatten(input => "V"['r']))
= (QueryStatement (Query (Select items=[(Star)] from=(Join INNER (TableReference T1) (TableFunctionRelation (FunctionCall FLATTEN arguments=[(Argument name=INPUT (PathAccess V steps=[(Field 'r')]))]))))))

select * from t, flatten(t.v)
! 001003 SQL compilation error: syntax error line 1 at position 24 unexpected '('.

select * from t, lateral (select t.a + 1 as b) x
= (QueryStatement (Query (Select items=[(Star)] from=(Join COMMA (TableReference T) (SubqueryRelation (Query (Select items=[(SelectItem (Binary ADD T.A 1) alias=B)])) lateral alias=(TableAlias X))))))

SELECT ( ROW_NUMBER()  OVER ( ORDER BY  SEQ8() ) -  1 ) * (1) + (0) AS id FROM ( TABLE (GENERATOR(ROWCOUNT => 5)))
= (QueryStatement (Query (Select items=[(SelectItem (Binary ADD (Binary MULTIPLY (Binary SUBTRACT (FunctionCall ROW_NUMBER window=(Window orderBy=[(OrderItem (FunctionCall SEQ8) ASCENDING)])) 1) 1) 0) alias=ID)] from=(TableFunctionRelation (FunctionCall GENERATOR arguments=[(Argument name=ROWCOUNT 5)])))))

select * from table('db.sc.t') t
= (QueryStatement (Query (Select items=[(Star)] from=(TableReference DB.SC.T alias=(TableAlias T)))))

select * from table(result_scan(last_query_id()))
= (QueryStatement (Query (Select items=[(Star)] from=(TableFunctionRelation (FunctionCall RESULT_SCAN arguments=[(FunctionCall LAST_QUERY_ID)])))))

select * from identifier('"low".T')
= (QueryStatement (Query (Select items=[(Star)] from=(TableReference "low".T))))

select * from db..t
= (QueryStatement (Query (Select items=[(Star)] from=(TableReference DB.PUBLIC.T))))

select * from a.b.c.d
! 001003 SQL compilation error: syntax error line 1 at position 19 unexpected '.'.

SELECT $1::VARIANT AS "$1" FROM @S/f.json( FILE_FORMAT  => '"DB"."SC".NAME')
= (QueryStatement (Query (Select items=[(SelectItem (Cast OPERATOR (PositionalColumn 1) VARIANT) alias="$1")] from=(StageRelation (StageLocation NAMED name=S 'f.json') {FILE_FORMAT='"DB"."SC".NAME'}))))

select t.$1, metadata$filename from @db.sc.s/in/ (pattern => '.*[.]json', file_format => 'ff') t
= (QueryStatement (Query (Select items=[(PositionalColumn qualifier=T 1) METADATA$FILENAME] from=(StageRelation (StageLocation NAMED name=DB.SC.S 'in/') {PATTERN='.*[.]json' FILE_FORMAT='ff'} alias=(TableAlias T)))))

select $1 from '@"DB"."SC".S/p q'
= (QueryStatement (Query (Select items=[(PositionalColumn 1)] from=(StageRelation (StageLocation NAMED name=DB.SC.S 'p q')))))

select $1 from @~/x, @%t/y
= (QueryStatement (Query (Select items=[(PositionalColumn 1)] from=(Join COMMA (StageRelation (StageLocation USER 'x')) (StageRelation (StageLocation TABLE name=T 'y'))))))

select $1 from @s (type => json)
! 001003 SQL compilation error: syntax error line 1 at position 19 unexpected 'type'.

select $1 from @
! 001003 SQL compilation error: syntax error line 1 at position 15 unexpected '@'.

SELECT  *  FROM ( SELECT  *  FROM (T)) PIVOT (sum("X") FOR "GRP" IN ('a', 'b' as c)) p
= (QueryStatement (Query (Select items=[(Star)] from=(Pivot (SubqueryRelation (Query (Select items=[(Star)] from=(TableReference T)))) (FunctionCall SUM arguments=[X]) GRP values=['a' (SelectItem 'b' alias=C)] alias=(TableAlias P)))))

select * from t pivot (sum(x) for g in ('a') default on null (0))
= (QueryStatement (Query (Select items=[(Star)] from=(Pivot (TableReference T) (FunctionCall SUM arguments=[X]) G values=['a'] defaultOnNull=0))))

select * from t pivot (sum(x) for g in (any))
! 000002 not supported by snowflake-local: PIVOT with values from the data

select x'4A', x '4A' from t
! 001003 SQL compilation error: syntax error line 1 at position 16 unexpected ''4A''.

select * from t unpivot (x for y in (a, b))
= (QueryStatement (Query (Select items=[(Star)] from=(Unpivot (TableReference T) X Y columns=[(UnpivotColumn A) (UnpivotColumn B)]))))

select * from t sample (10)
= (QueryStatement (Query (Select items=[(Star)] from=(Sample (TableReference T) ROW 10))))

select * from t u tablesample bernoulli (10 rows) seed (3)
= (QueryStatement (Query (Select items=[(Star)] from=(Sample (TableReference T alias=(TableAlias U)) ROWS 10 seed=3))))

select * from t sample system (10 rows)
! 000002 not supported by snowflake-local: SAMPLE SYSTEM of a number of rows

select * from t unpivot include nulls (x for y in (a as 'one', b)) as p
= (QueryStatement (Query (Select items=[(Star)] from=(Unpivot (TableReference T) keepsNulls X Y columns=[(UnpivotColumn A shownAs='one') (UnpivotColumn B)] alias=(TableAlias P)))))

select * from t at (offset => -60)
! 000002 not supported by snowflake-local: AT in FROM

select a from t where b group by a having count(*) > 1 qualify row_number() over (order by a) = 1 order by a limit 5 offset 2
= (QueryStatement (Query (Select items=[A] from=(TableReference T) where=B groupBy=(Elements elements=[(Element KEY sets=[[A]])]) having=(Binary GREATER (FunctionCall COUNT arguments=[(Star)]) 1) qualify=(Binary EQUAL (FunctionCall ROW_NUMBER window=(Window orderBy=[(OrderItem A ASCENDING)])) 1)) orderBy=[(OrderItem A ASCENDING)] limit=(Limit count=5 offset=2)))

select a from t having count(*) > 1 group by a
! 001003 SQL compilation error: syntax error line 1 at position 36 unexpected 'group'.

select a from t order by a nulls first, b desc nulls last
= (QueryStatement (Query (Select items=[A] from=(TableReference T)) orderBy=[(OrderItem A ASCENDING nulls=FIRST) (OrderItem B DESCENDING nulls=LAST)]))

select a from t order by a asc desc
! 001003 SQL compilation error: syntax error line 1 at position 31 unexpected 'desc'.

select a from t order by all desc nulls last
= (QueryStatement (Query (Select items=[A] from=(TableReference T)) orderBy=[(OrderItem (Star) DESCENDING nulls=LAST)]))

select a from t order by all, a
! 001003 SQL compilation error: syntax error line 1 at position 28 unexpected ','.

select rank() over (order by all) from t
! 000002 not supported by snowflake-local: ORDER BY ALL in a window or an aggregate

select a from t group by all
= (QueryStatement (Query (Select items=[A] from=(TableReference T) groupBy=(AllItems))))

select a from t group by rollup (a, (b, c)), cube (d), grouping sets ((a, b), c, ()), e
= (QueryStatement (Query (Select items=[A] from=(TableReference T) groupBy=(Elements elements=[(Element ROLLUP sets=[[A] [B C]]) (Element CUBE sets=[[D]]) (Element GROUPING_SETS sets=[[A B] [C] []]) (Element KEY sets=[[E]])]))))

select a, b from t group by (a, b)
= (QueryStatement (Query (Select items=[A B] from=(TableReference T) groupBy=(Elements elements=[(Element KEY sets=[[A]]) (Element KEY sets=[[B]])]))))

select a from t offset 2 rows fetch next 5 rows only
= (QueryStatement (Query (Select items=[A] from=(TableReference T)) limit=(Limit count=5 offset=2)))

select a from t fetch first 1 row only
= (QueryStatement (Query (Select items=[A] from=(TableReference T)) limit=(Limit count=1)))

select a from t limit null
= (QueryStatement (Query (Select items=[A] from=(TableReference T)) limit=(Limit count=NULL)))

select a from t limit ?
= (QueryStatement (Query (Select items=[A] from=(TableReference T)) limit=(Limit count=(Bind 1))))

select a from t limit 50%
! 001003 SQL compilation error: syntax error line 1 at position 24 unexpected '%'.

select a from t limit 1.5
! 001003 SQL compilation error: syntax error line 1 at position 22 unexpected '1.5'.

select a from t limit 1 + 1
! 001003 SQL compilation error: syntax error line 1 at position 24 unexpected '+'.

select a from t offset 2
! 001003 SQL compilation error: syntax error line 1 at position 24 unexpected '<EOF>'.

with a as (select 1 as x), b (y) as (select x from a) select * from b
= (QueryStatement (Query with=[(CommonTable A (Query (Select items=[(SelectItem 1 alias=X)]))) (CommonTable B columns=[Y] (Query (Select items=[X] from=(TableReference A))))] (Select items=[(Star)] from=(TableReference B))))

with recursive n (i) as (select 1 union all select i + 1 from n where i < 5) select i from n
= (QueryStatement (Query with=[(CommonTable N columns=[I] (Query (SetOperation UNION_ALL (Select items=[1]) (Select items=[(Binary ADD I 1)] from=(TableReference N) where=(Binary LESS I 5)))) recursive)] (Select items=[I] from=(TableReference N))))

with a (select 1) select * from a
! 001003 SQL compilation error: syntax error line 1 at position 8 unexpected 'select'.

select 1 union select 2 intersect select 3 minus select 4
= (QueryStatement (Query (SetOperation EXCEPT (SetOperation UNION (Select items=[1]) (SetOperation INTERSECT (Select items=[2]) (Select items=[3]))) (Select items=[4]))))

select 1 except select 2 union all (select 3 order by 1 limit 1) order by 1
= (QueryStatement (Query (SetOperation UNION_ALL (SetOperation EXCEPT (Select items=[1]) (Select items=[2])) (Parenthesised (Query (Select items=[3]) orderBy=[(OrderItem 1 ASCENDING)] limit=(Limit count=1)))) orderBy=[(OrderItem 1 ASCENDING)]))

select 1 union by name select 2
= (QueryStatement (Query (SetOperation UNION_BY_NAME (Select items=[1]) (Select items=[2]))))

select 1 union all by name select 2
= (QueryStatement (Query (SetOperation UNION_ALL_BY_NAME (Select items=[1]) (Select items=[2]))))

select 1 intersect by name select 2
! 001003 SQL compilation error: syntax error line 1 at position 19 unexpected 'by'.

(select 1) union (select 2)
= (QueryStatement (Query (SetOperation UNION (Parenthesised (Query (Select items=[1]))) (Parenthesised (Query (Select items=[2]))))))

((select 1))
= (QueryStatement (Query (Parenthesised (Query (Parenthesised (Query (Select items=[1])))))))

select * from ((select 1) union (select 2)) u
= (QueryStatement (Query (Select items=[(Star)] from=(SubqueryRelation (Query (SetOperation UNION (Parenthesised (Query (Select items=[1]))) (Parenthesised (Query (Select items=[2]))))) alias=(TableAlias U)))))

select * from ((select 1) a join (select 2) b)
= (QueryStatement (Query (Select items=[(Star)] from=(Join INNER (SubqueryRelation (Query (Select items=[1])) alias=(TableAlias A)) (SubqueryRelation (Query (Select items=[2])) alias=(TableAlias B))))))

select * from left
! 001003 SQL compilation error: syntax error line 1 at position 14 unexpected 'left'.

select * from t left
! 001003 SQL compilation error: syntax error line 1 at position 20 unexpected '<EOF>'.

select * from t as left
! 001003 SQL compilation error: syntax error line 1 at position 19 unexpected 'left'.

select * from "left"
= (QueryStatement (Query (Select items=[(Star)] from=(TableReference "left"))))

select 1 from t where
! 001003 SQL compilation error: syntax error line 1 at position 21 unexpected '<EOF>'.

select 1 from t where a = 1 b
! 001003 SQL compilation error: syntax error line 1 at position 28 unexpected 'b'.

select a from t for update
! 001003 SQL compilation error: syntax error line 1 at position 16 unexpected 'for'.

select a into b from t
! 000002 not supported by snowflake-local: SELECT … INTO of Snowflake Scripting

select 1 where exists (select 1 from t where t.a = 1)
= (QueryStatement (Query (Select items=[1] where=(Exists (Query (Select items=[1] from=(TableReference T) where=(Binary EQUAL T.A 1)))))))

select a
-- a comment; with a semicolon
from /* another; */ t // and one more
where x = 'it''s;'
= (QueryStatement (Query (Select items=[A] from=(TableReference T) where=(Binary EQUAL X 'it's;'))))

select a ->> select b
! 000002 not supported by snowflake-local: the flow operator ->>

select count(*) from t;
= (QueryStatement (Query (Select items=[(FunctionCall COUNT arguments=[(Star)])] from=(TableReference T))))

select * from a left directed join b on a.x = b.x
! 000002 not supported by snowflake-local: DIRECTED JOIN

select * from a join table(flatten(a.v)) f on true
= (QueryStatement (Query (Select items=[(Star)] from=(Join INNER (TableReference A) (TableFunctionRelation (FunctionCall FLATTEN arguments=[A.V]) alias=(TableAlias F)) condition=(On TRUE)))))

select * from directory(@s)
! 000002 not supported by snowflake-local: directory tables

select * ilike 'a%' exclude (b) from t
! 001003 SQL compilation error: syntax error line 1 at position 20 unexpected 'exclude'.

select a from t start with a = 1 connect by prior a = b
! 000002 not supported by snowflake-local: hierarchical queries: START WITH

select a from t where a > 0 connect by a = prior b
! 000002 not supported by snowflake-local: hierarchical queries: CONNECT BY

select nth_value(a, 2) from last over (order by a) from t
! 000002 not supported by snowflake-local: NTH_VALUE … FROM LAST
