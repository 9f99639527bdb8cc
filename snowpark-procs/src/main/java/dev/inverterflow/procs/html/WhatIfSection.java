package dev.inverterflow.procs.html;

import dev.inverterflow.procs.html.Html.Column;
import dev.inverterflow.procs.project.WhatIf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a month would cost with other figures. */
final class WhatIfSection {

    private WhatIfSection() {}

    static Section of(ReportData data) {
        WhatIf whatIf = data.whatIf();
        String problem = whatIf.problem();
        String body = problem == null
                ? Html.table(
                                List.of(
                                        Column.of("a month of 30 days with", "what"),
                                        money("Snowpipe", "snowpipe"),
                                        money("former fee per file", "former_file_fee"),
                                        money("Snowpipe Streaming", "streaming"),
                                        money("scheduled COPY", "copy"),
                                        Column.of("currency", "currency"),
                                        Column.of("to raw table, p50 s", "p50_seconds"),
                                        Column.of("p95 s", "p95_seconds")),
                                whatIf.rows())
                        + Html.details("Assumptions of the projection", whatIf.assumptions())
                : "<p class=\"empty\">" + Html.escape(problem) + "</p>\n";
        return new Section(
                "What if",
                "PROJECT_INGESTION_COST with what was measured here: each row changes one figure of the first. The former fee"
                        + " per file, charged until December 2025, is beside Snowpipe's price and not part of it. Latency is"
                        + " what Snowpipe was measured to take, the wait for the flatten task not included; unknown where it"
                        + " was not.",
                null,
                body);
    }

    private static Column money(String title, String key) {
        return new Column(title, row -> money(row.get(key)));
    }

    private static @Nullable Object money(@Nullable Object amount) {
        return Html.money(amount);
    }
}
