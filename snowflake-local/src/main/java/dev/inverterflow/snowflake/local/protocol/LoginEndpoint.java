package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.snowflake.local.authentication.LoginMethod;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.session.Login;
import dev.inverterflow.snowflake.local.session.LoginRequest;
import dev.inverterflow.snowflake.local.session.QueryAnswer.SessionState;
import dev.inverterflow.snowflake.local.session.ServerVersion;
import dev.inverterflow.snowflake.local.session.Sessions;
import java.sql.SQLException;

/** Logs a driver in by password, key pair or token. */
final class LoginEndpoint implements Endpoint {

    private final Sessions sessions;

    LoginEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String path() {
        return "/session/v1/login-request";
    }

    @Override
    public Reply answer(WireRequest request) throws SQLException {
        JsonNode data = WireRequest.object(request.body(), "data");
        Login login = sessions.login(new LoginRequest(
                client(data),
                WireRequest.text(data, "LOGIN_NAME").orElse(""),
                method(WireRequest.text(data, "AUTHENTICATOR").orElse("")),
                WireRequest.text(data, "TOKEN")
                        .or(() -> WireRequest.text(data, "PASSWORD"))
                        .orElse(""),
                request.parameter("databaseName").orElse(null),
                request.parameter("schemaName").orElse(null),
                request.parameter("warehouse").orElse(null),
                request.parameter("roleName").orElse(null),
                WireRequest.settings(data, "SESSION_PARAMETERS")));
        return Reply.ok(json -> {
            SessionState state = login.state();
            json.writeStartObject();
            TokenEndpoint.writeTokens(json, login, "token", "validityInSeconds", "masterValidityInSeconds");
            json.writeNumberField("sessionId", login.sessionId());
            json.writeStringField("serverVersion", ServerVersion.TEXT);
            json.writeStringField("displayUserName", login.user());
            json.writeNumberField("healthCheckInterval", 45);
            json.writeNullField("newClientForUpgrade");
            json.writeBooleanField("firstLogin", false);
            json.writeNullField("idToken");
            json.writeNullField("mfaToken");
            json.writeObjectFieldStart("sessionInfo");
            json.writeStringField("databaseName", state.database());
            json.writeStringField("schemaName", state.schema());
            json.writeStringField("warehouseName", state.warehouse());
            json.writeStringField("roleName", state.role());
            json.writeEndObject();
            ParameterJson.write(json, state.parameters());
            json.writeEndObject();
        });
    }

    private static String client(JsonNode data) {
        return (WireRequest.text(data, "CLIENT_APP_ID").orElse("") + " "
                        + WireRequest.text(data, "CLIENT_APP_VERSION").orElse(""))
                .strip();
    }

    private static LoginMethod method(String authenticator) {
        return LoginMethod.of(authenticator)
                .orElseThrow(() -> new SnowflakeException(
                        390100,
                        "08001",
                        "not supported by snowflake-local: authenticator " + authenticator
                                + ". Log in with a password, a key pair or a token."));
    }
}
