package dev.inverterflow.deploy.report;

/** The report tables' rows of the last days, as the report procedures left them. */
enum ReportQuery {
    LATENCY("Latency of ingestion, seconds", """
            select
                to_varchar(HOUR, 'YYYY-MM-DD HH24:MI') as "hour (UTC)", NUM_FILES as "files/batch", HOP as "hop",
                FILES as "files", to_varchar(P50_SECONDS::number(12, 2)) as "p50",
                to_varchar(P95_SECONDS::number(12, 2)) as "p95", to_varchar(P99_SECONDS::number(12, 2)) as "p99",
                to_varchar(MAX_SECONDS::number(12, 2)) as "max", coalesce(FLAG, '') as "flag"
            from %s.INGESTION_LATENCY
            where HOUR >= dateadd(day, -%d, sysdate())
            order by HOUR, NUM_FILES, HOP_ORDER"""),
    COST("Cost of ingestion", """
            select
                to_varchar(DAY, 'YYYY-MM-DD') as "day (UTC)", COMPONENT as "component", BASIS as "basis",
                coalesce(rtrim(rtrim(to_varchar(QUANTITY::number(24, 6)), '0'), '.'), '') as "quantity", UNIT as "unit",
                coalesce(to_varchar(AMOUNT::number(18, 8)), '') as "amount", coalesce(CURRENCY, '') as "currency",
                iff(IN_TOTAL, 'yes', 'comparison') as "in total"
            from %s.INGESTION_COST
            where DAY >= dateadd(day, -%d, sysdate())::date
            order by DAY, COMPONENT_ORDER""");

    private final String title;
    private final String sql;

    ReportQuery(String title, String sql) {
        this.title = title;
        this.sql = sql;
    }

    String title() {
        return title;
    }

    String sql(String schema, int days) {
        return sql.formatted(schema, days);
    }
}
