package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.inverterflow.snowflake.local.session.Login;
import dev.inverterflow.snowflake.local.session.Sessions;
import java.io.IOException;

/** Gives a new token for an expired one, in exchange for the master token. */
final class TokenEndpoint implements Endpoint {

    private final Sessions sessions;

    TokenEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String path() {
        return "/session/token-request";
    }

    @Override
    public Reply answer(WireRequest request) {
        Login login = sessions.renew(
                request.token(),
                WireRequest.text(request.body(), "oldSessionToken").orElse(""));
        return Reply.ok(json -> {
            json.writeStartObject();
            writeTokens(json, login, "sessionToken", "validityInSecondsST", "validityInSecondsMT");
            json.writeNumberField("sessionId", login.sessionId());
            json.writeEndObject();
        });
    }

    static void writeTokens(
            JsonGenerator json, Login login, String tokenField, String validityField, String masterValidityField)
            throws IOException {
        json.writeStringField(tokenField, login.token());
        json.writeStringField("masterToken", login.masterToken());
        json.writeNumberField(validityField, Login.TOKEN_VALIDITY.toSeconds());
        json.writeNumberField(masterValidityField, Login.MASTER_TOKEN_VALIDITY.toSeconds());
    }
}
