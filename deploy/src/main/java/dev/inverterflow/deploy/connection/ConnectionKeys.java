package dev.inverterflow.deploy.connection;

import java.util.Map;
import java.util.Set;

/** The keys of a connection's entry that deploy reads; their names are those of Snowflake CLI and the connectors. */
final class ConnectionKeys {
    static final Set<String> KNOWN = Set.of(
            "account",
            "user",
            "password",
            "host",
            "port",
            "protocol",
            "region",
            "authenticator",
            "private_key_file",
            "private_key_path",
            "private_key_raw",
            "private_key_file_pwd",
            "private_key_passphrase",
            "token",
            "token_file_path",
            "passcode",
            "oauth_client_id",
            "oauth_client_secret",
            "oauth_authorization_url",
            "oauth_token_request_url",
            "oauth_redirect_uri",
            "oauth_scope",
            "workload_identity_provider",
            "database",
            "schema",
            "warehouse",
            "role");

    /** A file with one of these must not be open to everybody. */
    static final Set<String> SECRET = Set.of(
            "password",
            "private_key_raw",
            "private_key_file_pwd",
            "private_key_passphrase",
            "token",
            "passcode",
            "oauth_client_secret");

    /** Keys the driver takes as they are, by its own names. */
    static final Map<String, String> DRIVER_NAMES = Map.ofEntries(
            Map.entry("user", "user"),
            Map.entry("password", "password"),
            Map.entry("passcode", "passcode"),
            Map.entry("oauth_client_id", "oauthClientId"),
            Map.entry("oauth_client_secret", "oauthClientSecret"),
            Map.entry("oauth_authorization_url", "oauthAuthorizationUrl"),
            Map.entry("oauth_token_request_url", "oauthTokenRequestUrl"),
            Map.entry("oauth_redirect_uri", "oauthRedirectUri"),
            Map.entry("oauth_scope", "oauthScope"),
            Map.entry("workload_identity_provider", "workloadIdentityProvider"),
            Map.entry("database", "db"),
            Map.entry("schema", "schema"),
            Map.entry("warehouse", "warehouse"),
            Map.entry("role", "role"));

    private ConnectionKeys() {}
}
