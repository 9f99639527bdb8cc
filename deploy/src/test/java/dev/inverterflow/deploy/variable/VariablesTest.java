package dev.inverterflow.deploy.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
    private static final String CATALOG = """
            [
              {"name": "schema", "kind": "identifier", "default": "INGEST", "description": "Where."},
              {"name": "role_arn", "kind": "arn", "default": null, "description": "Role to assume."},
              {"name": "seconds", "kind": "integer", "min": 10, "max": 604800, "default": 300, "description": "Cadence."}
            ]""";

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "identifier | INGEST",
                "identifier | _a$1",
                "arn | arn:aws:iam::123456789012:role/path/inverter-flow",
                "arn | arn:aws-us-gov:sns:us-gov-west-1:123456789012:topic",
                "number | 300",
                "number | -0.5",
                "s3_url | s3://my-bucket/",
                "s3_url | s3://my-bucket/a/b=c/",
                "integer | 300",
                "iam_role_arn | arn:aws:iam::123456789012:role/path/inverter-flow",
                "external_id | inverterflow:7d1f+=,.@/-",
                "edition | enterprise",
                "version | latest",
                "version | 1.16.0",
                "text | it is (fine): 100 %, á/é",
                "file_name | snowpark-procs-0123456789abcdef.jar"
            })
    void acceptsWhatAKindIsFor(String kind, String value) {
        assertThat(kind(kind).accepts(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "identifier | `a; drop table T`",
                "identifier | `\"A\"`",
                "identifier | 1A",
                "identifier | A.B",
                "identifier | ``",
                "arn | arn:aws:iam::12:role/x",
                "arn | `arn:aws:iam::123456789012:role/x' y`",
                "number | 1e3",
                "number | 5 or 1=1",
                "s3_url | s3://my-bucket/a",
                "s3_url | https://my-bucket/a/",
                "s3_url | s3://my-bucket/a b/",
                "identifier | select",
                "identifier | a$$b",
                "integer | 0.5",
                "iam_role_arn | arn:aws:iam::123456789012:user/me",
                "external_id | `a'b`",
                "edition | PREMIUM",
                "version | 1.16.0 --",
                "public_key | -----BEGIN",
                "text | it's",
                "text | a\\b",
                "text | a;b",
                "text | a$$b",
                "text | a&{b}",
                "file_name | ../x.jar",
                "file_name | a/b.jar"
            })
    void refusesWhatCouldLeaveItsPlace(String kind, String value) {
        assertThat(kind(kind).accepts(value)).isFalse();
    }

    @Test
    void refusesANumberOutOfItsRange() {
        resolve(new Assignment("seconds", "9", "--var"));
        assertThat(problems.found())
                .containsExactly("--var: the value of 'seconds' must be a whole number, as in 300, from 10 to 604800");
    }

    @Test
    void aDefaultOutOfItsOwnRangeIsADefectOfTheCatalog() {
        String wrong =
                "[{\"name\": \"n\", \"kind\": \"integer\", \"min\": 5, \"default\": 1, \"description\": \"N.\"}]";
        assertThatThrownBy(() -> VariableCatalog.parse(wrong, "variables.json"))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("the default of 'n' is not a whole number, as in 300, from 5");
    }

    @Test
    void theTemplateIsAFileOfValuesThatNamesEveryVariable(@TempDir Path folder) throws IOException {
        String template = VariablesTemplate.of(VariableCatalog.parse(CATALOG, "variables.json"));

        assertThat(template)
                .contains("# schema = \"INGEST\"", "\nrole_arn = \"\"", "# seconds = 300", "from 10 to 604800");
        Path file = Files.writeString(folder.resolve("my.toml"), template.replace("\"\"", "\"x\""));
        assertThat(VariablesFile.read(file, problems))
                .containsExactly(new Assignment("role_arn", "x", file.toString()));
    }

    @Test
    void refusesALineBreakInText() {
        assertThat(VariableKind.TEXT.accepts("a\nb")).isFalse();
        assertThat(VariableKind.IDENTIFIER.accepts("A\n")).isFalse();
    }

    @Test
    void laterAssignmentsWinOverEarlierOnesAndBothOverDefaults() {
        Variables variables = resolve(
                new Assignment("schema", "FROM_FILE", "vars.toml"), new Assignment("schema", "FROM_OPTION", "--var"));

        assertThat(variables.value("schema")).hasValue("FROM_OPTION");
        assertThat(variables.value("seconds")).hasValue("300");
        assertThat(variables.value("role_arn")).isEmpty();
        assertThat(problems.found()).isEmpty();
    }

    @Test
    void reportsEveryWrongValueAtOnce() {
        resolve(
                new Assignment("schema", "a;b", "vars.toml"),
                new Assignment("seconds", "often", "--var"),
                new Assignment("secconds", "1", "--var"));

        assertThat(problems.found())
                .containsExactly(
                        "vars.toml: the value of 'schema' must be a plain identifier: letters, digits, _ and $, beginning"
                                + " with a letter or _, at most 255 characters, and no reserved word of SQL",
                        "--var: the value of 'seconds' must be a whole number, as in 300, from 10 to 604800",
                        "--var: there is no variable 'secconds'; known are: schema, role_arn, seconds");
    }

    @Test
    void rendersEveryPlaceAlsoInStringsAndBodies() {
        String rendered = render(
                "use schema &{schema}; select '&{schema}', $$ &{seconds} $$;", new Assignment("schema", "S", "--var"));

        assertThat(rendered).isEqualTo("use schema S; select 'S', $$ 300 $$;");
        assertThat(problems.found()).isEmpty();
    }

    @Test
    void keepsDollarsOfAValueAsTheyAre() {
        assertThat(render("&{schema}", new Assignment("schema", "A$1", "--var")))
                .isEqualTo("A$1");
    }

    @Test
    void namesFileAndLineOfUnknownAndMissingVariablesAndOfALoneAmpersand() {
        render("select 1;\n-- &{nobody}\nselect '&{role_arn}';\nselect 'a & b';\nselect &{Upper};");

        assertThat(problems.found())
                .containsExactly(
                        "versioned/V001__x.sql:2: variable 'nobody' is not declared in variables.json",
                        "versioned/V001__x.sql:3: variable 'role_arn' has no value; give --var role_arn=… (Role to"
                                + " assume.)",
                        "versioned/V001__x.sql:4: a lone & would start a variable in SnowSQL; write &{name}, or CHR(38)"
                                + " for the sign",
                        "versioned/V001__x.sql:5: a lone & would start a variable in SnowSQL; write &{name}, or CHR(38)"
                                + " for the sign");
    }

    @Test
    void readsTextNumbersAndFlagsFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("vars.toml"), "# mine\nschema = \"S\"\nseconds = 60\n[table]\nx = 1\n");

        List<Assignment> assignments = VariablesFile.read(file, problems);

        assertThat(assignments)
                .containsExactly(
                        new Assignment("schema", "S", file.toString()),
                        new Assignment("seconds", "60", file.toString()));
        assertThat(problems.found()).containsExactly(file + ": 'table' must be one value, not a table or a list");
    }

    @Test
    void namesTheLineOfAFileThatIsNoToml(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("vars.toml"), "schema = \"S\"\nseconds: 60\n");

        assertThatThrownBy(() -> VariablesFile.read(file, problems))
                .isInstanceOf(DeployException.class)
                .hasMessage(file + ":2: not valid TOML (write name = \"value\")");
    }

    @Test
    void refusesAnOptionWithoutAValue() {
        Assignment.fromOptions(List.of("schema", "=x", "schema="), problems);

        assertThat(problems.found())
                .containsExactly("--var schema: expected name=value", "--var =x: expected name=value");
    }

    @Test
    void refusesDeclarationsThatAreWrongAllAtOnce() {
        assertThatThrownBy(() -> VariableCatalog.parse("""
                        [{"name": "A b", "kind": "number"}, {"name": "a", "kind": "colour"},
                         {"name": "b", "kind": "number", "default": "x"}, {"name": "c", "kind": "text"},
                         {"name": "c", "kind": "text"}]""", "variables.json"))
                .isInstanceOf(DeployException.class)
                .hasMessageContainingAll(
                        "entry 1: 'name' must be lower case",
                        "entry 2: 'kind' of 'a' must be one of identifier, iam_role_arn, arn,",
                        "entry 3: the default of 'b' is not a number",
                        "entry 5: variable 'c' is declared twice");
    }

    private static VariableKind kind(String label) {
        return VariableKind.named(label).orElseThrow();
    }

    private Variables resolve(Assignment... assignments) {
        return Variables.resolve(VariableCatalog.parse(CATALOG, "variables.json"), List.of(assignments), problems);
    }

    private String render(String text, Assignment... assignments) {
        return new Renderer(resolve(assignments), problems).render("versioned/V001__x.sql", text);
    }
}
