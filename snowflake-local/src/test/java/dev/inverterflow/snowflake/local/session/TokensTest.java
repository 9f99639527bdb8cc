package dev.inverterflow.snowflake.local.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How long a login's tokens are good for. */
class TokensTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Tokens tokens = new Tokens(nanos::get);
    private final Pass pass = new Pass(null);

    @Test
    void aTokenIsGoodUntilItsValidityEnds() {
        String token = tokens.issue(pass);
        nanos.set(Login.TOKEN_VALIDITY.toNanos() - 1);
        assertThat(tokens.require(token)).isSameAs(pass);
        nanos.incrementAndGet();
        assertRefused(() -> tokens.require(token), 390112, "Your session has expired. Please login again.");
    }

    @Test
    void aNewTokenIsGoodWhereTheOldOneHasExpired() {
        String old = tokens.issue(pass);
        String master = tokens.issueMaster(pass);
        nanos.set(Login.TOKEN_VALIDITY.toNanos());
        assertRefused(() -> tokens.require(old), 390112, "Your session has expired. Please login again.");
        assertThat(tokens.require(tokens.issue(tokens.requireMaster(master)))).isSameAs(pass);
    }

    @Test
    void aMasterTokenExpiresWithAnErrorOfItsOwn() {
        String master = tokens.issueMaster(pass);
        nanos.set(Login.MASTER_TOKEN_VALIDITY.toNanos() - 1);
        assertThat(tokens.requireMaster(master)).isSameAs(pass);
        nanos.incrementAndGet();
        assertRefused(
                () -> tokens.requireMaster(master),
                390114,
                "Authentication token has expired. The user must authenticate again.");
    }

    @Test
    void neitherTokenStandsForTheOther() {
        String token = tokens.issue(pass);
        String master = tokens.issueMaster(pass);
        assertThat(tokens.require(token)).isSameAs(tokens.requireMaster(master));
        String gone = "Session no longer exists. New login required to access the service.";
        assertRefused(() -> tokens.require(master), 390111, gone);
        assertRefused(() -> tokens.requireMaster(token), 390111, gone);
    }

    private static void assertRefused(ThrowingCallable call, int code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SnowflakeException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused).hasMessage(message);
        });
    }
}
