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
            .layer("backfill")
            .definedBy("..client.backfill..")
            .layer("batch")
            .definedBy("..client.batch..")
            .layer("source")
            .definedBy("..client.source..")
            .layer("fleet")
            .definedBy("..client.fleet..")
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
            .whereLayer("backfill")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("backfill", "cli")
            .whereLayer("batch")
            .mayOnlyBeAccessedByLayers("run", "backfill", "cli")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("batch", "run", "backfill", "cli")
            .whereLayer("fleet")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("upload")
            .mayOnlyBeAccessedByLayers("batch", "run", "backfill", "check", "cli")
            .whereLayer("spool")
            .mayOnlyBeAccessedByLayers("upload", "batch", "run", "backfill", "check", "cli")
            .whereLayer("generate")
            .mayOnlyBeAccessedByLayers("source", "batch", "run", "backfill", "cli")
            .whereLayer("validate")
            .mayOnlyBeAccessedByLayers("batch", "run", "backfill", "cli")
            .whereLayer("metrics")
            .mayOnlyBeAccessedByLayers("upload", "batch", "run", "backfill", "cli")
            .whereLayer("settings")
            .mayOnlyBeAccessedByLayers("upload", "batch", "run", "backfill", "check", "cli");
}
