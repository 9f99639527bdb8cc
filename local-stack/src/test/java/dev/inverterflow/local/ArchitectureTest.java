package dev.inverterflow.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.inverterflow.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.inverterflow.local.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theStandInIsUsedThroughItsFrontDoorOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.inverterflow.snowflake.local.analysis..",
                    "dev.inverterflow.snowflake.local.catalog..",
                    "dev.inverterflow.snowflake.local.command..",
                    "dev.inverterflow.snowflake.local.engine..",
                    "dev.inverterflow.snowflake.local.parser..",
                    "dev.inverterflow.snowflake.local.session..");

    @ArchTest
    static final ArchRule theClientIsRunAsAProcessNeverAsALibrary =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.inverterflow.client..");
}
