package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.apply.ProcedureJar;
import dev.inverterflow.deploy.apply.ScriptStep;
import dev.inverterflow.deploy.apply.SnowparkVersion;
import dev.inverterflow.deploy.apply.Step;
import dev.inverterflow.deploy.apply.StepKind;
import dev.inverterflow.deploy.apply.UploadStep;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.outcome.Problems;
import dev.inverterflow.deploy.script.RenderedScript;
import dev.inverterflow.deploy.script.ScriptFile;
import dev.inverterflow.deploy.script.SqlTree;
import dev.inverterflow.deploy.target.Target;
import dev.inverterflow.deploy.variable.Assignment;
import dev.inverterflow.deploy.variable.Renderer;
import dev.inverterflow.deploy.variable.VariableCatalog;
import dev.inverterflow.deploy.variable.VariableDeclaration;
import dev.inverterflow.deploy.variable.VariableKind;
import dev.inverterflow.deploy.variable.Variables;
import dev.inverterflow.deploy.variable.VariablesFile;
import dev.inverterflow.deploy.variable.VariablesTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The scripts and the values of their variables. */
final class ScriptOptions {
    private static final String HEADING = "nothing was sent to Snowflake";
    private static final String JAR_VARIABLE = "procs_jar";

    @Option(names = "--sql", paramLabel = "DIR", description = "Scripts of this folder instead of those in the jar.")
    private @Nullable Path sql;

    @Option(names = "--var", paramLabel = "NAME=VALUE", description = "Value of a variable; may be given repeatedly.")
    private List<String> values = new ArrayList<>();

    @Option(
            names = "--vars-file",
            paramLabel = "FILE",
            description = "TOML file of values, name = value a line; --var wins over it.")
    private @Nullable Path file;

    /** Where to deploy; only the variables it needs are asked for. */
    Target target() {
        Problems problems = new Problems();
        Target target = Target.of(variables(tree().variables(), Optional.empty(), List.of(), problems));
        problems.throwIfAny(HEADING);
        return target;
    }

    /** Everything an apply needs, checked as a whole. */
    Deployment deployment(Optional<ProcedureJar> jar) {
        Problems problems = new Problems();
        SqlTree tree = tree();
        Variables variables = variables(tree.variables(), jar, List.of(), problems);
        List<Step> steps = steps(tree, jar, new Renderer(variables, problems));
        problems.throwIfAny(HEADING);
        return new Deployment(Target.of(variables), steps, new SnowparkVersion(variables.value("snowpark_version")));
    }

    /** The administrator's scripts, rendered. */
    AdministratorScripts bootstrap(PublicKeyOption publicKey) {
        return administratorScripts(SqlTree::bootstrap, publicKey.assignments());
    }

    /** The scripts that take bootstrap back, rendered. */
    AdministratorScripts undo() {
        return administratorScripts(SqlTree::undo, List.of());
    }

    /** The file of values to fill in. */
    String template() {
        return VariablesTemplate.of(tree().variables().without(JAR_VARIABLE));
    }

    /** The variables that Snowflake and AWS share. */
    AwsValues awsValues() {
        Problems problems = new Problems();
        Variables variables = variables(tree().variables(), Optional.empty(), List.of(), problems);
        AwsValues values = new AwsValues(
                required("stage_url", variables, problems),
                required("storage_aws_role_arn", variables, problems),
                required("storage_aws_external_id", variables, problems));
        problems.throwIfAny("aws");
        return values;
    }

    /** The variables that verify looks with. */
    VerifyValues verifyValues() {
        Problems problems = new Problems();
        Variables variables = variables(tree().variables(), Optional.empty(), List.of(), problems);
        String integration = required("storage_integration", variables, problems);
        String stageUrl = required("stage_url", variables, problems);
        problems.throwIfAny(HEADING);
        return new VerifyValues(Target.of(variables), integration, stageUrl);
    }

    private static String required(String name, Variables variables, Problems problems) {
        return variables.value(name).orElseGet(() -> {
            problems.add("variable '" + name + "' has no value; give --var " + name + "=… or --vars-file FILE");
            return "";
        });
    }

    private AdministratorScripts administratorScripts(
            Function<SqlTree, List<ScriptFile>> which, List<Assignment> more) {
        Problems problems = new Problems();
        SqlTree tree = tree();
        Variables variables = variables(tree.variables(), Optional.empty(), more, problems);
        Renderer renderer = new Renderer(variables, problems);
        List<RenderedScript> scripts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ScriptFile file : which.apply(tree)) {
            renderer.missingOptional(file.text())
                    .ifPresentOrElse(
                            name -> notes.add(file.path() + " is left out, since variable '" + name + "' has no value"),
                            () -> scripts.add(RenderedScript.of(file, renderer)));
        }
        problems.throwIfAny(HEADING);
        if (scripts.isEmpty()) {
            throw new DeployException(ExitCode.USAGE, "there is no script in bootstrap/");
        }
        return new AdministratorScripts(Target.of(variables).database(), scripts, notes);
    }

    private static List<Step> steps(SqlTree tree, Optional<ProcedureJar> jar, Renderer renderer) {
        List<Step> steps = new ArrayList<>();
        rendered(tree.versioned(), renderer).forEach(script -> steps.add(new ScriptStep(script, StepKind.VERSIONED)));
        jar.ifPresent(content -> steps.add(new UploadStep(content)));
        List<RenderedScript> repeatable = new ArrayList<>(rendered(tree.repeatable(), renderer));
        repeatable.forEach(script -> steps.add(new ScriptStep(script, StepKind.REPEATABLE)));
        for (RenderedScript script : rendered(chosen(tree.optional(), renderer), renderer)) {
            steps.add(new ScriptStep(script, StepKind.REPEATABLE, overridden(script, repeatable)));
            repeatable.add(script);
        }
        return steps;
    }

    /** An optional script is chosen by giving its variables a value. */
    private static List<ScriptFile> chosen(List<ScriptFile> optional, Renderer renderer) {
        return optional.stream()
                .filter(file -> renderer.missingOptional(file.text()).isEmpty())
                .toList();
    }

    private static List<RenderedScript> overridden(RenderedScript script, List<RenderedScript> before) {
        return before.stream()
                .filter(earlier -> !Collections.disjoint(earlier.objects(), script.objects()))
                .toList();
    }

    private static List<RenderedScript> rendered(List<ScriptFile> files, Renderer renderer) {
        return files.stream().map(file -> RenderedScript.of(file, renderer)).toList();
    }

    private SqlTree tree() {
        return sql == null ? SqlTree.bundled() : SqlTree.directory(sql);
    }

    private Variables variables(
            VariableCatalog declared, Optional<ProcedureJar> jar, List<Assignment> more, Problems problems) {
        VariableCatalog catalog = declared.with(VariableDeclaration.filled(
                JAR_VARIABLE,
                VariableKind.FILE_NAME,
                jar.map(ProcedureJar::stagedName),
                "this build carries no procedures' jar; build with mvn package, or give --procs-jar FILE"));
        List<Assignment> assignments = new ArrayList<>();
        if (file != null) {
            assignments.addAll(VariablesFile.read(file, problems));
        }
        assignments.addAll(Assignment.fromOptions(values, problems));
        assignments.addAll(more);
        assignments.stream()
                .filter(given -> given.name().equals(JAR_VARIABLE))
                .forEach(given -> problems.add(given.origin() + ": '" + JAR_VARIABLE
                        + "' is filled by deploy from the jar's content; choose the jar with --procs-jar FILE"));
        return Variables.resolve(catalog, assignments, problems);
    }
}
