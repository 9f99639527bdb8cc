package dev.inverterflow.snowflake.local.stage;

import com.sun.net.httpserver.HttpExchange;
import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.HttpFiles;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.ServerAddress;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.parser.SqlParser;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * GET_PRESIGNED_URL: files of internal stages under loopback addresses that nobody can guess, until they expire. Snowflake gives
 * a URL of any stage, but what lies behind it is unreadable unless the stage was created with SNOWFLAKE_SSE; such a URL is
 * refused here.
 */
public final class PresignedUrls implements SystemFunctionProvider, HttpFiles {

    private static final String NAME = "GET_PRESIGNED_URL";
    private static final Duration DEFAULT_VALIDITY = Duration.ofHours(1);
    private static final Duration MAX_VALIDITY = Duration.ofDays(7);
    private static final int TOKEN_BYTES = 24;
    private static final int OK = 200;
    private static final int GONE = 403;

    private record Offer(Path file, Instant expiresAt) {}

    private final Map<String, Offer> offers = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final SqlParser parser = new SqlParser();
    private final InternalStages stages;
    private final Supplier<ServerAddress> address;
    private final Clock clock;

    public PresignedUrls(InternalStages stages, Supplier<ServerAddress> address, Clock clock) {
        this.stages = stages;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        return name.equals(NAME) && (arguments == 2 || arguments == 3)
                ? Optional.of(SnowflakeType.VARCHAR)
                : Optional.empty();
    }

    @Override
    public Constant call(String name, List<Constant> arguments, SessionContext session) {
        String stage = arguments.get(0).text();
        String path = arguments.get(1).text();
        if (stage == null || path == null) {
            return Constant.text(null);
        }
        Duration validity = validity(arguments);
        StageLocation location = parser.parseStageLocation(stage);
        InternalStages.Place place = stages.place(location, session);
        requireReadable(location, session);
        InternalStages.Place file =
                new InternalStages.Place(place.folder(), place.shownAs(), place.owner(), join(place.path(), path));
        return Constant.text(offer(file.target(), validity));
    }

    /** An address that gives whoever has it one file, there or not, for so long. */
    String offer(Path file, Duration validity) {
        String token = token();
        offers.put(token, new Offer(file, clock.instant().plus(validity)));
        ServerAddress server = address.get();
        String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        return "http://" + server.host() + ":" + server.port() + path() + token + "/" + name.replace("+", "%20");
    }

    private static Stage permitted(Stage stage, SessionContext session) {
        return stage.temporary()
                ? stage
                : SchemaObjects.requireUsable(ObjectType.STAGE, stage.name(), session, "READ", "USAGE");
    }

    private static void requireReadable(StageLocation location, SessionContext session) {
        boolean readable = location.kind() == StageLocation.StageKind.NAMED
                && permitted(InternalStages.stage(location, session), session)
                        .property("ENCRYPTION.TYPE")
                        .filter("SNOWFLAKE_SSE"::equalsIgnoreCase)
                        .isPresent();
        if (!readable) {
            throw Errors.notSupported("GET_PRESIGNED_URL of a stage that was not created with"
                    + " ENCRYPTION = (TYPE = 'SNOWFLAKE_SSE'), whose files nobody could read through the URL");
        }
    }

    @Override
    public String path() {
        return "/presigned/";
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] parts = exchange.getRequestURI().getPath().split("/");
            Offer offer = parts.length > 2 ? offers.get(parts[2]) : null;
            if (offer == null || clock.instant().isAfter(offer.expiresAt()) || !Files.isRegularFile(offer.file())) {
                exchange.sendResponseHeaders(GONE, -1);
                return;
            }
            String type = URLConnection.guessContentTypeFromName(offer.file().toString());
            exchange.getResponseHeaders().set("Content-Type", type == null ? "application/octet-stream" : type);
            exchange.sendResponseHeaders(OK, Files.size(offer.file()));
            try (OutputStream out = exchange.getResponseBody()) {
                Files.copy(offer.file(), out);
            }
        }
    }

    private static Duration validity(List<Constant> arguments) {
        String seconds = arguments.size() < 3 ? null : arguments.get(2).text();
        if (seconds == null) {
            return DEFAULT_VALIDITY;
        }
        try {
            long length = Long.parseLong(seconds);
            if (length >= 1 && length <= MAX_VALIDITY.toSeconds()) {
                return Duration.ofSeconds(length);
            }
        } catch (NumberFormatException wrong) {
            // refused below, like a number out of range
        }
        throw Errors.invalidValue(seconds, "expiration_time");
    }

    private static String join(String folder, String path) {
        return folder.isEmpty() || folder.endsWith("/") ? folder + path : folder + "/" + path;
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
