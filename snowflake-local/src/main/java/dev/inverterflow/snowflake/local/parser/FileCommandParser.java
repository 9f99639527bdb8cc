package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.FileCommand.Get;
import dev.inverterflow.snowflake.local.ast.FileCommand.ListFiles;
import dev.inverterflow.snowflake.local.ast.FileCommand.Put;
import dev.inverterflow.snowflake.local.ast.FileCommand.RemoveFiles;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.ast.Statement;
import org.jspecify.annotations.Nullable;

/** PUT, GET, LIST, LS, REMOVE and RM. */
final class FileCommandParser implements StatementParser {
    private static final String FILE_SCHEME = "file://";

    private final Grammar grammar;
    private final Tokens tokens;
    private final StageLocationParser stages;

    FileCommandParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.stages = new StageLocationParser(grammar);
    }

    @Override
    public Statement parse() {
        Token first = tokens.next();
        return switch (first.text()) {
            case "PUT" -> put(first);
            case "GET" -> get(first);
            case "LIST", "LS" -> {
                StageLocation location = stages.parse();
                yield new ListFiles(location, pattern(), tokens.spanFrom(first));
            }
            default -> {
                StageLocation location = stages.parse();
                yield new RemoveFiles(location, pattern(), tokens.spanFrom(first));
            }
        };
    }

    private Statement put(Token first) {
        String file = file();
        StageLocation location = stages.parse();
        Properties options = grammar.properties().parse(PropertySets.PUT);
        return new Put(file, location, options, tokens.spanFrom(first));
    }

    private Statement get(Token first) {
        StageLocation location = stages.parse();
        String directory = file();
        Properties options = grammar.properties().parse(PropertySets.GET);
        return new Get(location, directory, options, tokens.spanFrom(first));
    }

    private String file() {
        Token token = tokens.peek();
        if (token.kind() == TokenKind.FILE_URL) {
            return tokens.next().text();
        }
        if (token.kind() == TokenKind.STRING && token.text().regionMatches(true, 0, FILE_SCHEME, 0, 7)) {
            return tokens.next().text().substring(FILE_SCHEME.length());
        }
        throw tokens.unexpected();
    }

    private @Nullable String pattern() {
        return grammar.properties()
                .parse(PropertySets.FILE_LIST)
                .text("PATTERN")
                .orElse(null);
    }
}
