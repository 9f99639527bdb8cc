package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.Scope.Reach;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Reference.Star;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns that a star stands for. */
final class StarExpansion {
    /** A column and its label. */
    record StarColumn(String label, TypedExpression expression) {}

    private final ExpressionAnalyzer expressions;

    StarExpansion(ExpressionAnalyzer expressions) {
        this.expressions = expressions;
    }

    List<StarColumn> expand(Star star) {
        var items = expressions.scope().starred(star.qualifier());
        if (items.isEmpty()) {
            var name = star.qualifier() == null ? "*" : star.qualifier().toString();
            throw Errors.invalidIdentifier(
                    name, star.position().line(), star.position().column());
        }
        var like = star.like();
        @Nullable Pattern pattern = like == null ? null : likePattern(like.value());
        List<StarColumn> columns = new ArrayList<>();
        for (var item : items) {
            for (int place = 0; place < item.columns().size(); place++) {
                var column = item.columns().get(place);
                boolean hidden =
                        star.qualifier() == null ? column.reach() != Reach.LISTED : column.reach() == Reach.NAMED;
                if (hidden || excluded(star, column.name()) || !matches(pattern, column.name())) {
                    continue;
                }
                columns.add(new StarColumn(renamed(star, column.name()), replaced(star, column.name(), item, place)));
            }
        }
        var named = new ArrayList<>(star.exclude());
        star.replace().forEach(replacement -> named.add(replacement.column()));
        star.rename().forEach(renaming -> named.add(renaming.from()));
        check(named, columns, star);
        return columns;
    }

    private static boolean excluded(Star star, String name) {
        return star.exclude().stream().anyMatch(excluded -> excluded.name().equals(name));
    }

    private static boolean matches(@Nullable Pattern pattern, String name) {
        return pattern == null || pattern.matcher(name).matches();
    }

    private static String renamed(Star star, String name) {
        return star.rename().stream()
                .filter(renaming -> renaming.from().name().equals(name))
                .findFirst()
                .map(renaming -> renaming.to().name())
                .orElse(name);
    }

    private TypedExpression replaced(Star star, String name, Scope.Item item, int place) {
        return star.replace().stream()
                .filter(replacement -> replacement.column().name().equals(name))
                .findFirst()
                .map(replacement -> expressions.analyze(replacement.value()))
                .orElseGet(() -> item.column(place));
    }

    /** What is excluded, replaced or renamed must be there. */
    private void check(List<Identifier> named, List<StarColumn> left, Star star) {
        for (var name : named) {
            boolean known = expressions.scope().starred(star.qualifier()).stream()
                    .flatMap(item -> item.columns().stream())
                    .anyMatch(column -> column.name().equals(name.name()));
            if (!known) {
                throw Errors.invalidIdentifier(
                        name.display(), star.position().line(), star.position().column());
            }
        }
        if (left.isEmpty()) {
            throw AnalysisErrors.noColumns(star.position());
        }
    }

    private static Pattern likePattern(String like) {
        var regex = new StringBuilder();
        for (char c : like.toUpperCase(Locale.ROOT).toCharArray()) {
            regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }
}
