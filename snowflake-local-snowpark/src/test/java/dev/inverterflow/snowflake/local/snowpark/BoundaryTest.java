package dev.inverterflow.snowflake.local.snowpark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.inverterflow.snowflake.local.snowpark",
        importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {

    /** Nothing else of the stand-in is there where the bridge runs. */
    @ArchTest
    static final ArchRule THE_BRIDGE_KNOWS_THE_BOUNDARY_ONLY = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.inverterflow..")
                    .and(not(resideInAnyPackage(
                            "dev.inverterflow.snowflake.local.spi", "dev.inverterflow.snowflake.local.snowpark.."))));
}
