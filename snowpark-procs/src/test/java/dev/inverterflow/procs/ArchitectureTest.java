package dev.inverterflow.procs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.DataFrameWriter;
import com.snowflake.snowpark_java.Session;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.concurrent.Executor;

@AnalyzeClasses(packages = "dev.inverterflow.procs", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each makes a temporary object, a registered function or a session of its own, which owner's rights refuse. */
    private static final Set<String> REFUSED = Set.of(
            "saveAsTable",
            "createOrReplaceView",
            "createOrReplaceTempView",
            "cacheResult",
            "createDataFrame",
            "udf",
            "udtf",
            "sproc",
            "jdbcConnection",
            "createAsyncJob",
            "async",
            "read");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.inverterflow.procs.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule handlersCallNothingThatOwnersRightsRefuse =
            noClasses().should().callMethodWhere(refused());

    @ArchTest
    static final ArchRule handlersStartNoThreads = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executor.class);

    @ArchTest
    static final ArchRule handlersOpenNoConnections = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "net.snowflake..", "javax.sql..");

    // Snowflake's package brings its own Jackson: only Variant may stand in our signatures and calls.
    @ArchTest
    static final ArchRule handlersUseNoJackson =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson..");

    private static DescribedPredicate<JavaCall<?>> refused() {
        return DescribedPredicate.describe("is refused in owner's-rights procedures", call -> {
            var owner = call.getTargetOwner();
            boolean snowpark = owner.isAssignableTo(Session.class)
                    || owner.isAssignableTo(DataFrame.class)
                    || owner.isAssignableTo(DataFrameWriter.class);
            return snowpark && REFUSED.contains(call.getName());
        });
    }
}
