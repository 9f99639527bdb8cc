package dev.inverterflow.deploy.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.deploy.outcome.DeployException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcedureJarTest {
    @TempDir
    Path folder;

    @Test
    void isStagedUnderTheHashOfItsContent() throws IOException {
        ProcedureJar jar = ProcedureJar.file(Files.writeString(folder.resolve("a.jar"), "abc"));

        // SHA-256 of "abc" as published in FIPS 180-2.
        assertThat(jar.stagedName()).isEqualTo("snowpark-procs-ba7816bf8f01cfea.jar");
        assertThat(jar.checksum()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void anotherContentGivesAnotherName() throws IOException {
        ProcedureJar jar = ProcedureJar.file(Files.writeString(folder.resolve("a.jar"), "abc"));
        ProcedureJar other = ProcedureJar.file(Files.writeString(folder.resolve("a.jar"), "abd"));

        assertThat(other.stagedName()).isNotEqualTo(jar.stagedName());
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> ProcedureJar.file(folder.resolve("none.jar")))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("cannot read the procedures' jar " + folder.resolve("none.jar"));
    }
}
