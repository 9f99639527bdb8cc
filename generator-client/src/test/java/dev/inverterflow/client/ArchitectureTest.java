package dev.inverterflow.client;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.inverterflow.client", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.inverterflow.client.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dependenciesPointFromTheCommandLineInwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("..client.cli..")
            .layer("check")
            .definedBy("..client.check..")
            .layer("run")
            .definedBy("..client.run..")
            .layer("upload")
            .definedBy("..client.upload..")
            .layer("spool")
            .definedBy("..client.spool..")
            .layer("generate")
            .definedBy("..client.generate..")
            .layer("validate")
            .definedBy("..client.validate..")
            .layer("settings")
            .definedBy("..client.settings..")
            .layer("metrics")
            .definedBy("..client.metrics..")
            .layer("reading")
            .definedBy("..client.reading..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("upload")
            .mayOnlyBeAccessedByLayers("run", "check", "cli")
            .whereLayer("spool")
            .mayOnlyBeAccessedByLayers("upload", "run", "check", "cli")
            .whereLayer("generate")
            .mayOnlyBeAccessedByLayers("run", "cli")
            .whereLayer("validate")
            .mayOnlyBeAccessedByLayers("run", "cli")
            .whereLayer("metrics")
            .mayOnlyBeAccessedByLayers("upload", "run", "cli")
            .whereLayer("settings")
            .mayOnlyBeAccessedByLayers("upload", "run", "check", "cli");
}
