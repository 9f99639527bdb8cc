package dev.inverterflow.deploy.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "create table if not exists T (X int) | CREATE TABLE T",
                "CREATE OR REPLACE TRANSIENT TABLE D.S.T (X int) | REPLACE TABLE T",
                "create or alter task \"my task\" as select 1 | CREATE_OR_ALTER TASK my task",
                "create or replace secure view v as select 1 | REPLACE VIEW V",
                "create file format F type = json | CREATE FILE_FORMAT F",
                "create /* why; */ stream S -- x | CREATE STREAM S",
                "create or replace procedure P(A number(38, 0) default 1, B string) returns int | REPLACE PROCEDURE P(NUMBER, VARCHAR)",
                "create procedure P() returns int | CREATE PROCEDURE P()",
                "drop pipe if exists P | DROP PIPE P",
                "alter stage S set url = 's3://x/' | ALTER STAGE S",
                "truncate table if exists T | TRUNCATE TABLE T",
                "truncate T | TRUNCATE TABLE T",
                "delete from T where X = 1 | DELETE TABLE T"
            })
    void namesWhatAStatementIsAbout(String statement, String expected) {
        Declaration declaration = new SqlStatement(statement, 1).declaration().orElseThrow();

        assertThat(declaration.verb() + " " + declaration.key().kind() + " "
                        + declaration.key().name())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "create pipe P as copy into T from (select $1 from @MY_STAGE/a/b.json) | MY_STAGE",
                "create pipe P as copy into T from @db.sc.\"my stage\" | DB.SC.my stage",
                "create pipe P comment = 'a@b' as copy into T from @s file_format = (type = json) | S",
                "create table T (X int) comment = 'a@b' | none",
                "create table T (X int) | none"
            })
    void namesTheStageThatAStatementReads(String statement, String expected) {
        Declaration declaration = new SqlStatement(statement, 1).declaration().orElseThrow();

        assertThat(declaration.stageRead().orElse(null)).isEqualTo(expected);
    }

    @Test
    void saysNothingOfStatementsAboutNoObjectOfASchema() {
        for (String statement : new String[] {
            "grant select on table T to role R",
            "use role R",
            "merge into T using S on 1 = 1",
            "create role R",
            "begin",
            ""
        }) {
            assertThat(new SqlStatement(statement, 1).declaration())
                    .as(statement)
                    .isEmpty();
        }
    }
}
