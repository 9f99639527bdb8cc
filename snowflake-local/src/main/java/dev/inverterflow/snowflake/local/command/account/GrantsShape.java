package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.Grantee;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowGrants;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a SHOW GRANTS, which its form decides.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-grants">SHOW GRANTS, examples</a>
 */
enum GrantsShape {
    ON("created_on privilege granted_on name granted_to grantee_name grant_option granted_by granted_by_role_type"),
    TO_ROLE("created_on privilege granted_on name granted_to grantee_name grant_option granted_by"),
    TO_USER("created_on privilege granted_on name role granted_to grantee_name grant_option granted_by"),
    OF("created_on role granted_to grantee_name granted_by"),
    FUTURE("created_on privilege grant_on name grant_to grantee_name grant_option");

    private static final String CREATED_ON = "created_on";

    private final List<String> names;

    GrantsShape(String names) {
        this.names = List.of(names.split(" "));
    }

    static GrantsShape of(ShowGrants statement) {
        Grantee grantee = statement.grantee();
        return switch (statement.form()) {
            case ON -> ON;
            case CURRENT_USER -> TO_USER;
            case TO -> grantee != null && grantee.kind() == ObjectKind.USER ? TO_USER : TO_ROLE;
            case OF -> OF;
            case FUTURE_IN, FUTURE_TO -> FUTURE;
        };
    }

    List<ResultColumn> columns() {
        return names.stream()
                .map(name -> name.equals(CREATED_ON) ? Shown.time(name) : ResultColumn.text(name))
                .toList();
    }

    List<@Nullable String> row(Grant grant) {
        List<@Nullable String> row = new ArrayList<>();
        names.forEach(name -> row.add(value(name).apply(grant)));
        return row;
    }

    private static Function<Grant, @Nullable String> value(String name) {
        return switch (name) {
            case CREATED_ON -> grant -> Shown.time(grant.createdOn());
            case "privilege" -> Grant::privilege;
            case "granted_on", "grant_on" -> Grant::objectKind;
            case "name" -> Grant::objectName;
            case "role" -> grant -> grant.objectKind().equals("ROLE") ? grant.objectName() : null;
            case "granted_to", "grant_to" -> Grant::granteeKind;
            case "grantee_name" -> Grant::grantee;
            case "grant_option" -> grant -> String.valueOf(grant.grantOption());
            case "granted_by" -> Grant::grantedBy;
            case "granted_by_role_type" -> grant -> grant.grantedBy().isEmpty() ? "" : "ROLE";
            default -> throw new IllegalArgumentException(name);
        };
    }
}
