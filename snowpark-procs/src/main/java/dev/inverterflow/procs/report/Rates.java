package dev.inverterflow.procs.report;

import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which prices count: what the contract is billed by where the account may read it, else PRICE_LIST.
 *
 * <p>RATE_SHEET_DAILY has no row for a day without usage; the latest day before stands in, up to 31 days back. Of several
 * rows of a day the one of warehouses counts, for credits cost the same whatever they are used for.
 */
enum Rates {
    /** {@code ORGANIZATION_USAGE.RATE_SHEET_DAILY} for credits and storage, PRICE_LIST for the rest. */
    RATE_SHEET,
    PRICE_LIST;

    private static final Logger LOG = LoggerFactory.getLogger(Rates.class);

    /** Asks whether the rate sheet may be read and knows this account; outside a transaction. */
    static Rates find(Database database, TimeWindow window) {
        try {
            long rows = Database.number(database.single("SELECT COUNT(*) FROM " + sheet(window)), 0);
            return rows > 0 ? RATE_SHEET : PRICE_LIST;
        } catch (RuntimeException notReadable) {
            // Most accounts: it takes SNOWFLAKE.ORGANIZATION_BILLING_VIEWER.
            LOG.info("RATE_SHEET_DAILY cannot be read, PRICE_LIST counts: {}", notReadable.getMessage());
            return PRICE_LIST;
        }
    }

    /**
     * What stands behind {@code WITH}: RATES, then PRICES with the price of one unit per day and item. For comparison the
     * former fee per file counts on all days.
     */
    String expressions(TimeWindow window) {
        return """
                RATES AS (
                %s
                ),
                PRICES AS (
                  SELECT DAY, ITEM, UNIT_PRICE, CURRENCY, UNIT, SOURCE
                  FROM (
                    SELECT DAY, ITEM, UNIT_PRICE, CURRENCY, UNIT, SOURCE, 0 AS RANK_OF_SOURCE, NULL AS VALID_FROM
                    FROM RATES
                    UNION ALL
                    SELECT
                      d.DAY, p.ITEM, p.PRICE::FLOAT / p.UNIT_QUANTITY, p.CURRENCY, p.UNIT, p.SOURCE, IFF(p.OF_REGION, 1, 2),
                      p.VALID_FROM
                    FROM DAYS d
                    JOIN PRICES_OF_EDITION p
                      ON (p.VALID_FROM IS NULL OR p.VALID_FROM <= d.DAY)
                      AND (p.VALID_TO IS NULL OR d.DAY < p.VALID_TO OR p.ITEM = 'SNOWPIPE_FORMER_FILE_FEE')
                  )
                  QUALIFY ROW_NUMBER() OVER (PARTITION BY DAY, ITEM ORDER BY RANK_OF_SOURCE, VALID_FROM DESC NULLS LAST) = 1
                )""".formatted(rates(window));
    }

    private String rates(TimeWindow window) {
        String source = this == PRICE_LIST ? "" : """

                  FROM DAYS d JOIN %s r ON r.DATE <= d.DAY
                  QUALIFY ROW_NUMBER() OVER (
                    PARTITION BY d.DAY, r.RATING_TYPE
                    ORDER BY r.DATE DESC, IFF(r.SERVICE_TYPE IN ('WAREHOUSE_METERING', 'COMPUTE', 'STORAGE'), 0, 1)) = 1""".formatted(sheet(window));
        return this == PRICE_LIST ? """
                  SELECT DAY, NULL::VARCHAR AS ITEM, NULL::FLOAT AS UNIT_PRICE, NULL::VARCHAR AS CURRENCY,
                    NULL::VARCHAR AS UNIT, NULL::VARCHAR AS SOURCE
                  FROM DAYS
                  WHERE FALSE""" : """
                  SELECT
                    d.DAY, IFF(r.RATING_TYPE = 'compute', 'CREDIT', 'SNOWFLAKE_STORAGE') AS ITEM,
                    IFF(r.RATING_TYPE = 'compute', r.EFFECTIVE_RATE::FLOAT, r.EFFECTIVE_RATE::FLOAT / 1000000000000) AS UNIT_PRICE,
                    r.CURRENCY, IFF(r.RATING_TYPE = 'compute', 'credit', 'byte-month') AS UNIT,
                    'RATE_SHEET_DAILY of ' || TO_VARCHAR(r.DATE, 'YYYY-MM-DD') AS SOURCE""" + source;
    }

    private static String sheet(TimeWindow window) {
        return """
                (
                    SELECT DATE, RATING_TYPE, SERVICE_TYPE, EFFECTIVE_RATE, CURRENCY
                    FROM SNOWFLAKE.ORGANIZATION_USAGE.RATE_SHEET_DAILY
                    WHERE ACCOUNT_LOCATOR = CURRENT_ACCOUNT() AND BILLING_TYPE = 'consumption' AND NOT IS_ADJUSTMENT
                      AND (RATING_TYPE = 'compute' OR (RATING_TYPE = 'storage' AND SERVICE_TYPE = 'STORAGE'))
                      AND DATE >= DATEADD(DAY, -31, %s) AND DATE < %s
                  )""".formatted(
                Sql.date(window.from().toLocalDate()), Sql.date(window.to().toLocalDate()));
    }
}
