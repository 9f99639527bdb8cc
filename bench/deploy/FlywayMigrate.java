import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Flyway over the same scripts: FlywayMigrate URL USER PASSWORD SQL_DIR name=value… */
public final class FlywayMigrate {
    private FlywayMigrate() {}

    public static void main(String[] args) {
        Map<String, String> variables = Arrays.stream(args)
                .skip(4)
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Path sql = Path.of(args[3]).toAbsolutePath();
        MigrateResult result = Flyway.configure()
                .dataSource(args[0], args[1], args[2])
                .locations("filesystem:" + sql.resolve("versioned"), "filesystem:" + sql.resolve("repeatable"))
                .placeholderPrefix("&{")
                .placeholderSuffix("}")
                .placeholders(variables)
                .defaultSchema("INGEST")
                .load()
                .migrate();
        System.out.println(result.migrationsExecuted + " migrations");
    }
}
