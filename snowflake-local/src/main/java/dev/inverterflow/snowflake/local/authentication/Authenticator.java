package dev.inverterflow.snowflake.local.authentication;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.User;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says who may log in. The secret that the server was given at its start is good for every user, as password or token; a
 * user with a PASSWORD of its own needs that one, and one with RSA_PUBLIC_KEY may come with a JWT.
 */
public final class Authenticator {

    private static final String STATE = "08001";

    private final Catalog catalog;
    private final String account;
    private final String secret;
    // Not the server's clock, which tests may move: drivers sign by the time of their machine, which is this one.
    private final Clock clock;

    /**
     * @param account the account's name, which JWTs carry
     * @param secret the password and token of the server
     * @param clock what JWTs are measured by
     */
    public Authenticator(Catalog catalog, String account, String secret, Clock clock) {
        this.catalog = catalog;
        this.account = account;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * The user who logs in.
     *
     * @param loginName what the driver calls the user
     * @param proof the password, token or JWT
     * @throws SnowflakeException 390100 for a wrong user or password, 390144 and 3943xx for a JWT, 390303 and 394400 for a
     *     token, 390101 for a user that is disabled
     */
    public User authenticate(LoginMethod method, String loginName, String proof) {
        User user = verified(method, loginName, proof);
        if (Boolean.parseBoolean(user.properties().get("DISABLED"))) {
            throw new SnowflakeException(
                    390101, STATE, "User access disabled. Contact your local system administrator.");
        }
        return user;
    }

    private User verified(LoginMethod method, String loginName, String proof) {
        return switch (method) {
            case PASSWORD ->
                find(loginName).filter(user -> hasPassword(user, proof)).orElseThrow(Authenticator::incorrect);
            case KEY_PAIR -> byKeyPair(loginName, KeyPairToken.parse(proof));
            case OAUTH -> byToken(loginName, proof, 390303, "Invalid OAuth access token.");
            case PROGRAMMATIC_ACCESS_TOKEN ->
                byToken(loginName, proof, 394400, "Programmatic access token is invalid.");
        };
    }

    private boolean hasPassword(User user, String offered) {
        String own = user.properties().get(Passwords.PROPERTY);
        return own == null ? Passwords.same(secret, offered) : Passwords.matches(offered, own);
    }

    private User byToken(String loginName, String token, int code, String message) {
        return find(loginName)
                .filter(user -> Passwords.same(secret, token))
                .orElseThrow(() -> new SnowflakeException(code, STATE, message));
    }

    private User byKeyPair(String loginName, KeyPairToken token) {
        String subject = token.user(account);
        User user = find(subject).orElseThrow(TokenProblem.WRONG_ISSUER::error);
        if (!loginName.isEmpty() && !find(loginName).equals(Optional.of(user))) {
            throw TokenProblem.INVALID.error();
        }
        token.verify(account, subject, keys(user), clock.instant());
        return user;
    }

    private static List<PublicKey> keys(User user) {
        return Stream.of("RSA_PUBLIC_KEY", "RSA_PUBLIC_KEY_2")
                .flatMap(property -> Stream.ofNullable(user.properties().get(property)))
                .map(PublicKey::parse)
                .toList();
    }

    private Optional<User> find(String loginName) {
        String wanted = loginName.toUpperCase(Locale.ROOT);
        return catalog.account(AccountType.USER).all().stream()
                .filter(user -> user.properties()
                        .getOrDefault("LOGIN_NAME", user.name())
                        .toUpperCase(Locale.ROOT)
                        .equals(wanted))
                .findFirst();
    }

    private static SnowflakeException incorrect() {
        return new SnowflakeException(390100, STATE, "Incorrect username or password was specified.");
    }
}
