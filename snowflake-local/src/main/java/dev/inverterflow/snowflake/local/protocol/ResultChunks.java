package dev.inverterflow.snowflake.local.protocol;

import com.sun.net.httpserver.HttpExchange;
import dev.inverterflow.snowflake.local.execution.HttpFiles;
import dev.inverterflow.snowflake.local.rows.RowFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Gives drivers the rows that do not go with the answer. Whoever knows the name of a file may fetch it, as with Snowflake. */
public final class ResultChunks implements HttpFiles {

    static final String PATH = "/result-chunks/";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final RowFiles files;

    public ResultChunks(RowFiles files) {
        this.files = files;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(PATH.length());
            Optional<Path> file = files.find(name).filter(Files::exists);
            if (file.isEmpty()) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(OK, Files.size(file.get()));
            try (OutputStream out = exchange.getResponseBody()) {
                Files.copy(file.get(), out);
            }
        }
    }
}
