package dev.inverterflow.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.inverterflow.deploy", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageCyclesTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.inverterflow.deploy.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule handlersAndSnowparkAreNotSeen = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.snowflake.snowpark..", "com.snowflake.snowpark_java..", "dev.inverterflow.procs..");
}
