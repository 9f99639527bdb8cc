package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the jars that procedures import are on their stage: a body is not validated before its first call. */
final class CodeCheck implements Check {
    private static final String NAME = "procedures' jar";
    private static final Pattern IMPORT = Pattern.compile("@(?:[^/'\\]]*[.])?PROCEDURE_CODE/([A-Za-z0-9._-]+)");

    @Override
    public List<Finding> run(SnowflakeSession session, Site site) {
        Set<String> imported = imported(session, site);
        if (imported.isEmpty()) {
            return List.of(Finding.failed(NAME, "no procedure imports one; run apply"));
        }
        Set<String> staged = session.show("list @" + site.target().object("PROCEDURE_CODE")).stream()
                .map(row -> row.text("name"))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(imported);
        missing.removeAll(staged);
        return List.of(
                missing.isEmpty()
                        ? Finding.ok(NAME, String.join(", ", imported))
                        : Finding.failed(
                                NAME,
                                String.join(", ", missing) + " is not on @PROCEDURE_CODE, so calls fail; PUT it there:"
                                        + " delete the row of that name from DEPLOY_HISTORY and run apply"));
    }

    private static Set<String> imported(SnowflakeSession session, Site site) {
        Set<String> names = new TreeSet<>();
        session.show("show procedures in schema " + site.target().schemaName()).forEach(row -> {
            String arguments =
                    row.text("arguments").replaceFirst("\\) RETURN.*", ")").replace("DEFAULT ", "");
            session.show("describe procedure " + site.target().schemaName() + "." + arguments).stream()
                    .filter(property -> property.text("property").equals("imports"))
                    .forEach(property -> {
                        Matcher matcher = IMPORT.matcher(property.text("value"));
                        while (matcher.find()) {
                            names.add(matcher.group(1));
                        }
                    });
        });
        return names;
    }
}
