package dev.inverterflow.snowflake.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.inverterflow.snowflake.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.inverterflow.snowflake.local.";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheProtocolAndTheRootKnowSessions = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "session..", ROOT + "protocol..")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "Server")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "session..");

    @ArchTest
    static final ArchRule nobodyButTheRootKnowsTheProtocol = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "protocol..")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "Server")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "protocol..");

    @ArchTest
    static final ArchRule theParserKnowsOnlyTreesAndErrors = noClasses()
            .that()
            .resideInAPackage(ROOT + "parser..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "catalog..", ROOT + "analysis..", ROOT + "execution..", ROOT + "engine..");

    @ArchTest
    static final ArchRule theCatalogKnowsNeitherSessionsNorTheEngine = noClasses()
            .that()
            .resideInAPackage(ROOT + "catalog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "execution..", ROOT + "engine..", ROOT + "analysis..", "java.sql..");

    @ArchTest
    static final ArchRule noDriverIsNeeded =
            noClasses().should().dependOnClassesThat().resideInAPackage("net.snowflake..");
}
