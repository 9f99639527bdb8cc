package dev.inverterflow.snowflake.local.authentication;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.UUID;

/**
 * What can be wrong with a JWT. The message is always the same, so that nobody learns from it which part was right; the code
 * tells.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_get_login_failure_details">the codes</a>
 */
enum TokenProblem {
    INVALID(390144),
    WRONG_ISSUER(394300),
    NO_TIMES(394301),
    WRONG_ISSUE_TIME(394302),
    EXPIRED(394303),
    WRONG_FINGERPRINT(394304),
    WRONG_ALGORITHM(394305),
    WRONG_SIGNATURE(394306);

    private final int code;

    TokenProblem(int code) {
        this.code = code;
    }

    SnowflakeException error() {
        return new SnowflakeException(code, "08001", "JWT token is invalid. [" + UUID.randomUUID() + "]");
    }
}
