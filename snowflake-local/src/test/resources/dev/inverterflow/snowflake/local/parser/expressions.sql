1 + 2 * 3 - 4 / 5 % 6
= (Binary SUBTRACT (Binary ADD 1 (Binary MULTIPLY 2 3)) (Binary MODULO (Binary DIVIDE 4 5) 6))

-1::int
= (Unary MINUS (Cast OPERATOR 1 INT))

- -x
= (Unary MINUS (Unary MINUS X))

not a = b and c or d
= (Binary OR (Binary AND (Unary NOT (Binary EQUAL A B)) C) D)

a || b + 1 = 'x'
= (Binary EQUAL (Binary CONCATENATE A (Binary ADD B 1)) 'x')

a = b
= (Binary EQUAL A B)

a == b
! 001003 SQL compilation error: syntax error line 1 at position 3 unexpected '='.

a <> b
= (Binary NOT_EQUAL A B)

a != b
= (Binary NOT_EQUAL A B)

a <=> b
! 001003 SQL compilation error: syntax error line 1 at position 4 unexpected '>'.

.5 + 1.50 + 1e-3 + 2.
= (Binary ADD (Binary ADD (Binary ADD .5 1.50) 1e-3) 2.)

1x
! 001003 SQL compilation error: syntax error line 1 at position 0 unexpected '1x'.

t.5
! 001003 SQL compilation error: syntax error line 1 at position 2 unexpected '5'.

a.b.c.d
= A.B.C.D

a.b.c.d.e
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected '.'.

$1::VARIANT
= (Cast OPERATOR (PositionalColumn 1) VARIANT)

t.$1
= (PositionalColumn qualifier=T 1)

$0
! 001003 SQL compilation error: syntax error line 1 at position 0 unexpected '$0'.

?
= (Bind 1)

:2
= (Bind 2)

:name
! 000002 not supported by snowflake-local: variables of Snowflake Scripting (:NAME)

$threshold
= (SessionVariable 'THRESHOLD')

null is not null and true is not false
= (Binary AND (IsNull NULL negated) (IsBoolean TRUE negated))

x is not distinct from y
= (IsDistinctFrom X Y negated)

x is 1
! 001003 SQL compilation error: syntax error line 1 at position 5 unexpected '1'.

a between 1 and 2 and b
= (Binary AND (Between A 1 2) B)

a not between low + 1 and high
= (Between A (Binary ADD LOW 1) HIGH negated)

a between 1
! 001003 SQL compilation error: syntax error line 1 at position 11 unexpected '<EOF>'.

a in (1, 2, 3)
= (InList A items=[1 2 3])

a not in (select b from t)
= (InQuery A (Query (Select items=[B] from=(TableReference T))) negated)

(a, b) in (select 1, 2)
= (InQuery (RowValue items=[A B]) (Query (Select items=[1 2])))

a in ()
! 001003 SQL compilation error: syntax error line 1 at position 6 unexpected ')'.

a in 1
! 001003 SQL compilation error: syntax error line 1 at position 5 unexpected '1'.

a = any (select 1)
= (QuantifiedComparison A EQUAL ANY (Query (Select items=[1])))

a > all (select b from t)
= (QuantifiedComparison A GREATER ALL (Query (Select items=[B] from=(TableReference T))))

a like 'x%' escape '!'
= (Like LIKE SINGLE A patterns=['x%'] escape='!')

a not ilike any ('x', 'y')
= (Like ILIKE ANY A patterns=['x' 'y'] negated)

a like all ('x', 'y')
= (Like LIKE ALL A patterns=['x' 'y'])

a rlike '^x'
= (Like RLIKE SINGLE A patterns=['^x'])

a regexp 'x' and b not rlike 'y'
= (Binary AND (Like RLIKE SINGLE A patterns=['x']) (Like RLIKE SINGLE B patterns=['y'] negated))

a similar to 'x'
! 001003 SQL compilation error: syntax error line 1 at position 2 unexpected 'similar'.

exists (select 1)
= (Exists (Query (Select items=[1])))

not exists (select 1)
= (Unary NOT (Exists (Query (Select items=[1]))))

exists (1)
! 001003 SQL compilation error: syntax error line 1 at position 8 unexpected '1'.

(select max(x) from t)
= (ScalarSubquery (Query (Select items=[(FunctionCall MAX arguments=[X])] from=(TableReference T))))

((select 1) + 2)
= (Binary ADD (ScalarSubquery (Query (Select items=[1]))) 2)

((select 1) union select 2)
= (ScalarSubquery (Query (SetOperation UNION (Parenthesised (Query (Select items=[1]))) (Select items=[2]))))

case x when 1 then 'a' when 2 then 'b' end
= (Case operand=X whens=[(When 1 'a') (When 2 'b')])

case when a > 1 then 'a' else null end
= (Case whens=[(When (Binary GREATER A 1) 'a')] otherwise=NULL)

case else 1 end
! 001003 SQL compilation error: syntax error line 1 at position 5 unexpected 'else'.

case when a then 1
! 001003 SQL compilation error: syntax error line 1 at position 18 unexpected '<EOF>'.

cast(x as number(10, 2))
= (Cast CAST X NUMBER(10, 2))

try_cast(x as timestamp_ntz)
= (Cast TRY_CAST X TIMESTAMP_NTZ)

cast ("V"['a'] AS STRING)
= (Cast CAST (PathAccess V steps=[(Field 'a')]) STRING)

cast(x, int)
! 001003 SQL compilation error: syntax error line 1 at position 6 unexpected ','.

x::double precision
= (Cast OPERATOR X DOUBLE PRECISION)

x::timestamp with local time zone
= (Cast OPERATOR X TIMESTAMP WITH LOCAL TIME ZONE)

x::number(38, 0)::varchar
= (Cast OPERATOR (Cast OPERATOR X NUMBER(38, 0)) VARCHAR)

x::number(a)
! 001003 SQL compilation error: syntax error line 1 at position 10 unexpected 'a'.

x::array(int)
! 000002 not supported by snowflake-local: structured type ARRAY

f.value:pac::FLOAT + 1
= (Binary ADD (Cast OPERATOR (PathAccess F.VALUE steps=[(Field 'pac')]) FLOAT) 1)

v:a || 'x'
= (Binary CONCATENATE (PathAccess V steps=[(Field 'a')]) 'x')

v:a.b[0]."x y"['z'][i][1 + 1]
= (PathAccess V steps=[(Field 'a') (Field 'b') (Element 0) (Field 'x y') (Field 'z') (Computed I) (Computed (Binary ADD 1 1))])

"V"['records'][0]
= (PathAccess V steps=[(Field 'records') (Element 0)])

t.$1:data:id
= (PathAccess (PositionalColumn qualifier=T 1) steps=[(Field 'data') (Field 'id')])

v:Select.FROM
= (PathAccess V steps=[(Field 'Select') (Field 'FROM')])

v.a:b
= (PathAccess V.A steps=[(Field 'b')])

f(x).y
! 001003 SQL compilation error: syntax error line 1 at position 4 unexpected '.'.

v:1
! 001003 SQL compilation error: syntax error line 1 at position 2 unexpected '1'.

v['a'
! 001003 SQL compilation error: syntax error line 1 at position 5 unexpected '<EOF>'.

parse_json('{}'):a::int
= (Cast OPERATOR (PathAccess (FunctionCall PARSE_JSON arguments=['{}']) steps=[(Field 'a')]) INT)

current_timestamp
= (FunctionCall CURRENT_TIMESTAMP)

current_timestamp(3)
= (FunctionCall CURRENT_TIMESTAMP arguments=[3])

CURRENT_DATE - 1
= (Binary SUBTRACT (FunctionCall CURRENT_DATE) 1)

count(*)
= (FunctionCall COUNT arguments=[(Star)])

count(distinct a, b)
= (FunctionCall COUNT arguments=[A B] distinct)

count(t.*)
= (FunctionCall COUNT arguments=[(Star qualifier=T)])

object_construct(* exclude (a, b))
= (FunctionCall OBJECT_CONSTRUCT arguments=[(Star exclude=[A B])])

coalesce(a, b, )
! 001003 SQL compilation error: syntax error line 1 at position 15 unexpected ')'.

system$stream_has_data('S')
= (FunctionCall SYSTEM$STREAM_HAS_DATA arguments=['S'])

db.sc.f(1)
= (FunctionCall DB.SC.F arguments=[1])

flatten(input => v, "outer" => true)
= (FunctionCall FLATTEN arguments=[(Argument name=INPUT V) (Argument name="outer" TRUE)])

datediff(millisecond, a, b)
= (FunctionCall DATEDIFF arguments=[MILLISECOND A B])

left('abc', 1) || right('abc', 1) || insert('a', 1, 1, 'b')
= (Binary CONCATENATE (Binary CONCATENATE (FunctionCall LEFT arguments=['abc' 1]) (FunctionCall RIGHT arguments=['abc' 1])) (FunctionCall INSERT arguments=['a' 1 1 'b']))

rlike(a, 'b')
= (FunctionCall RLIKE arguments=[A 'b'])

select(1)
! 001003 SQL compilation error: syntax error line 1 at position 0 unexpected 'select'.

listagg(distinct x, ',') within group (order by y desc nulls last) over (partition by z)
= (FunctionCall LISTAGG arguments=[X ','] distinct withinGroup=[(OrderItem Y DESCENDING nulls=LAST)] window=(Window partitionBy=[Z]))

row_number() over (partition by a, b order by c desc, d)
= (FunctionCall ROW_NUMBER window=(Window partitionBy=[A B] orderBy=[(OrderItem C DESCENDING) (OrderItem D ASCENDING)]))

sum(x) over (order by d rows between 2 preceding and current row)
= (FunctionCall SUM arguments=[X] window=(Window orderBy=[(OrderItem D ASCENDING)] frame=(Frame ROWS (Bound PRECEDING offset=2) (Bound CURRENT_ROW))))

sum(x) over (order by d range between unbounded preceding and unbounded following)
= (FunctionCall SUM arguments=[X] window=(Window orderBy=[(OrderItem D ASCENDING)] frame=(Frame RANGE (Bound UNBOUNDED_PRECEDING) (Bound UNBOUNDED_FOLLOWING))))

sum(x) over (rows 2)
! 001003 SQL compilation error: syntax error line 1 at position 19 unexpected ')'.

lag(x, 1) ignore nulls over (order by d)
= (FunctionCall LAG arguments=[X 1] nulls=IGNORE window=(Window orderBy=[(OrderItem D ASCENDING)]))

sum(x) filter (where y)
! 001003 SQL compilation error: syntax error line 1 at position 7 unexpected 'filter'.

filter(a, x -> x > 1)
= (FunctionCall FILTER arguments=[A (Lambda parameters=[(LambdaParameter X)] (Binary GREATER X 1))])

reduce(a, 0, (acc int, x) -> acc + x)
= (FunctionCall REDUCE arguments=[A 0 (Lambda parameters=[(LambdaParameter ACC type=INT) (LambdaParameter X)] (Binary ADD ACC X))])

x -> x
! 001003 SQL compilation error: syntax error line 1 at position 2 unexpected '->'.

extract(year from d)
= (FunctionCall DATE_PART arguments=['YEAR' D])

extract('epoch_second' from d)
= (FunctionCall DATE_PART arguments=['epoch_second' D])

extract(year, d)
= (FunctionCall DATE_PART arguments=['YEAR' D])

extract(year; d)
! 001003 SQL compilation error: syntax error line 1 at position 12 unexpected ';'.

position('a' in b)
= (FunctionCall POSITION arguments=['a' B])

position('a', b, 3)
= (FunctionCall POSITION arguments=['a' B 3])

date '2026-01-31' + interval '1 day, 2 hours'
= (Binary ADD (TypedLiteral DATE '2026-01-31') (IntervalLiteral '1 day, 2 hours'))

timestamp '2026-01-31 00:00:00'
= (TypedLiteral TIMESTAMP '2026-01-31 00:00:00')

timestamp_ntz '2026-01-31 00:00:00'
! 001003 SQL compilation error: syntax error line 1 at position 14 unexpected ''2026-01-31 00:00:00''.

[1, 'a', []]
= (ArrayConstructor items=[1 'a' (ArrayConstructor)])

{'a': 1, 'b': {'c': null}}
= (ObjectConstructor entries=[(ObjectEntry 'a' 1) (ObjectEntry 'b' (ObjectConstructor entries=[(ObjectEntry 'c' NULL)]))])

{a: 1}
! 001003 SQL compilation error: syntax error line 1 at position 1 unexpected 'a'.

identifier('t.x')
= T.X

'a' 'b'
! 001003 SQL compilation error: syntax error line 1 at position 4 unexpected ''b''.

( ( ( "X" > 1 :: int ) ) )
= (Binary GREATER X (Cast OPERATOR 1 INT))

iff(("X" IS NULL OR ("X" = 'NaN')), 0.0::DOUBLE, "X")
= (FunctionCall IFF arguments=[(Binary OR (IsNull X) (Binary EQUAL X 'NaN')) (Cast OPERATOR 0.0 DOUBLE) X])

true :: boolean
= (Cast OPERATOR TRUE BOOLEAN)

a collate 'en'
= (FunctionCall COLLATE arguments=[A 'en'])

a::varchar collate 'en'
! 000002 not supported by snowflake-local: COLLATE behind a type that is no column's

1 +
! 001003 SQL compilation error: syntax error line 1 at position 3 unexpected '<EOF>'.

* 2
! 001003 SQL compilation error: syntax error line 1 at position 0 unexpected '*'.

a @ b
! 001003 SQL compilation error: syntax error line 1 at position 2 unexpected '@'.

a ; b
! 001003 SQL compilation error: syntax error line 1 at position 2 unexpected ';'.

a => 1
! 001003 SQL compilation error: syntax error line 1 at position 2 unexpected '=>'.

a := 1
! 001003 SQL compilation error: syntax error line 1 at position 3 unexpected '='.

a ^ b
! 001003 SQL compilation error: syntax error line 1 at position 2 unexpected '^'.

order
! 001003 SQL compilation error: syntax error line 1 at position 0 unexpected 'order'.

"order"
= "order"

a.from
! 001003 SQL compilation error: syntax error line 1 at position 2 unexpected 'from'.

case
! 001003 SQL compilation error: syntax error line 1 at position 4 unexpected '<EOF>'.

f(** x)
! 000002 not supported by snowflake-local: the expansion operator **

{fn ceiling(5.3)}
! 000002 not supported by snowflake-local: escapes of ODBC and JDBC ({FN …})

filter(a, x int -> x > 1)
= (FunctionCall FILTER arguments=[A (Lambda parameters=[(LambdaParameter X type=INT)] (Binary GREATER X 1))])
