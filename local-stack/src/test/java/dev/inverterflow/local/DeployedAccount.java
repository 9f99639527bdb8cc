package dev.inverterflow.local;

import dev.inverterflow.deploy.DeployCommand;
import dev.inverterflow.deploy.connection.Environment;
import dev.inverterflow.local.stack.Deployment;
import dev.inverterflow.local.stack.Distribution;
import dev.inverterflow.local.stack.LocalStack;
import dev.inverterflow.local.stack.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A fresh account and bucket, and somebody with the deploy command: 'local' is the administrator, 'deployer' the service user. */
final class DeployedAccount implements AutoCloseable {
    private final LocalStack stack;
    private final Path folder;
    private final Path publicKey;
    private String printed = "";
    private String complained = "";

    private DeployedAccount(LocalStack stack, Path folder, Path publicKey) {
        this.stack = stack;
        this.folder = folder;
        this.publicKey = publicKey;
    }

    static DeployedAccount open(Path folder) throws Exception {
        Workspace workspace = Workspace.open(folder.resolve("stack"));
        LocalStack stack = LocalStack.start(workspace, Distribution.find(), LocalStack.Ports.free());
        Deployment.of(stack, workspace, () -> false);
        KeyPair key = keyPair();
        Path publicKey = Files.writeString(
                folder.resolve("deployer.pub"),
                pem("PUBLIC KEY", key.getPublic().getEncoded()));
        DeployedAccount account = new DeployedAccount(stack, folder, publicKey);
        account.secret(
                "connections.toml",
                account.connections(Files.readString(folder.resolve("stack/connections.toml")), key));
        return account;
    }

    LocalStack stack() {
        return stack;
    }

    String printed() {
        return printed;
    }

    String complained() {
        return complained;
    }

    int bootstrap(String... more) {
        List<String> options = new ArrayList<>(List.of("--public-key", publicKey.toString()));
        options.addAll(List.of(more));
        return deploy("bootstrap", "local", options.toArray(String[]::new));
    }

    @Override
    public void close() {
        stack.close();
    }

    int deploy(String command, String connection, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(command, "--connection", connection));
        arguments.addAll(
                List.of("--connections-file", folder.resolve("connections.toml").toString()));
        arguments.addAll(List.of("--var", "stage_url=" + stack.stageUrl()));
        arguments.addAll(List.of("--var", "storage_aws_role_arn=arn:aws:iam::000000000000:role/inverterflow-local"));
        arguments.addAll(List.of("--var", "storage_aws_external_id=inverterflow-local"));
        arguments.addAll(List.of(more));
        int exitCode = new DeployCommand(new Environment(Map.of(), folder, "Linux"), () -> false)
                .run(arguments, new PrintWriter(out), new PrintWriter(err));
        printed = out.toString();
        complained = err.toString();
        return exitCode;
    }

    void admin(String sql) throws SQLException {
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            statement.execute("use role ACCOUNTADMIN");
            statement.execute(sql);
        }
    }

    /** Puts an object as a client would. */
    void put(String key, String content) {
        try (S3Client s3 = s3()) {
            s3.putObject(request -> request.bucket(LocalStack.BUCKET).key(key), RequestBody.fromString(content));
        }
    }

    /** One column of what an administrator sees. */
    List<String> column(String query, String column) throws SQLException {
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            statement.execute("use role ACCOUNTADMIN");
            try (var rows = statement.executeQuery(query)) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(column));
                }
                return values;
            }
        }
    }

    /** Not with the owner's role, which is there only between bootstrap and undo. */
    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(
                stack.snowflake().jdbcUrl(), stack.snowflake().properties());
    }

    private S3Client s3() {
        Map<String, String> settings = stack.uploadSettings();
        return S3Client.builder()
                .endpointOverride(URI.create(settings.get("S3_ENDPOINT")))
                .region(Region.of(settings.get("AWS_REGION")))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.get("AWS_ACCESS_KEY_ID"), settings.get("AWS_SECRET_ACCESS_KEY"))))
                .build();
    }

    /** The administrator's entry, and the service user's with its key. */
    private String connections(String local, KeyPair key) throws IOException {
        secret("deployer.p8", pem("PRIVATE KEY", key.getPrivate().getEncoded()));
        return local
                + """

                [deployer]
                account = "%s"
                host = "%s"
                port = %d
                protocol = "http"
                user = "INVERTERFLOW_DEPLOYER"
                role = "INVERTERFLOW_OWNER"
                private_key_file = "%s"
                """.formatted(
                                stack.snowflake().account(),
                                stack.snowflake().host(),
                                stack.snowflake().port(),
                                folder.resolve("deployer.p8"));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    private void secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
