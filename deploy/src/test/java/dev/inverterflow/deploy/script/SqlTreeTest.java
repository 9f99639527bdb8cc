package dev.inverterflow.deploy.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.Problems;
import dev.inverterflow.deploy.variable.Renderer;
import dev.inverterflow.deploy.variable.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTreeTest {
    @TempDir
    Path folder;

    @Test
    void ordersVersionedScriptsByNumberAndRepeatableOnesByName() throws IOException {
        write("variables.json", "[]");
        write("versioned/V10__c.sql", "select 1");
        write("versioned/V9__b.sql", "select 1");
        write("versioned/V001__a.sql", "select 1");
        write("repeatable/R__20_b.sql", "select 1");
        write("repeatable/R__10_a.sql", "select 1");
        write("repeatable/notes.md", "no script");

        SqlTree tree = SqlTree.directory(folder);

        assertThat(tree.versioned())
                .extracting(ScriptFile::path)
                .containsExactly("versioned/V001__a.sql", "versioned/V9__b.sql", "versioned/V10__c.sql");
        assertThat(tree.repeatable())
                .extracting(ScriptFile::path)
                .containsExactly("repeatable/R__10_a.sql", "repeatable/R__20_b.sql");
    }

    @Test
    void keepsTheUndoOfBootstrapApart() throws IOException {
        write("variables.json", "[]");
        write("bootstrap/bootstrap.sql", "select 1");
        write("bootstrap/undo.sql", "select 2");

        SqlTree tree = SqlTree.directory(folder);

        assertThat(tree.bootstrap()).extracting(ScriptFile::fileName).containsExactly("bootstrap.sql");
        assertThat(tree.undo()).extracting(ScriptFile::fileName).containsExactly("undo.sql");
    }

    @Test
    void refusesWrongNamesAndEqualVersionsAllAtOnce() throws IOException {
        write("variables.json", "[]");
        write("versioned/V1__a.sql", "select 1");
        write("versioned/V001__b.sql", "select 1");
        write("versioned/create.sql", "select 1");
        write("repeatable/V2__c.sql", "select 1");
        Files.write(folder.resolve("versioned/V003__latin.sql"), new byte[] {'-', '-', (byte) 0xE9});

        assertThatThrownBy(() -> SqlTree.directory(folder))
                .isInstanceOf(DeployException.class)
                .hasMessageContainingAll(
                        "versioned/V1__a.sql: has the same version as versioned/V001__b.sql",
                        "versioned/create.sql: must be named V<number>__<name>.sql",
                        "repeatable/V2__c.sql: must be named R__<name>.sql",
                        "versioned/V003__latin.sql: is not UTF-8");
    }

    @Test
    void refusesAFolderWithoutDeclarations() {
        assertThatThrownBy(() -> SqlTree.directory(folder))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("there is no variables.json in it");
    }

    @Test
    void theScriptsOfThisProjectRenderAndSplit() {
        SqlTree tree = SqlTree.bundled();
        Problems problems = new Problems();
        Variables variables = Variables.resolve(tree.variables(), Values.OF_EVERY_VARIABLE, problems);
        Renderer renderer = new Renderer(variables, problems);

        List<RenderedScript> scripts = Stream.of(
                        tree.bootstrap(), tree.undo(), tree.versioned(), tree.repeatable(), tree.optional())
                .flatMap(List::stream)
                .map(file -> RenderedScript.of(file, renderer))
                .toList();

        assertThat(problems.found()).isEmpty();
        assertThat(scripts)
                .isNotEmpty()
                .allSatisfy(script -> assertThat(script.statements()).isNotEmpty());
    }

    @Test
    void theChecksumIsThatOfTheRenderedText() {
        RenderedScript script = new RenderedScript("versioned/V001__a.sql", "abc", List.of());

        assertThat(script.checksum()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
