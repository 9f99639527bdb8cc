package dev.inverterflow.procs.project;

import com.snowflake.snowpark_java.Row;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.ProcedureException;
import java.util.HashMap;
import java.util.Map;

/**
 * The prices of an edition in a region in force today.
 *
 * @param tariff which
 * @param items by item of PRICE_LIST
 */
record Prices(Tariff tariff, Map<String, Price> items) {

    static final String CREDIT = "CREDIT";

    /** The region whose prices PRICE_LIST comes with. They stand in for those of this deployment's region if it has none. */
    private static final String LISTED_REGION = "us-east-1";

    /**
     * What decides which rows of PRICE_LIST hold.
     *
     * @param edition as PRICE_LIST names it
     * @param region of AWS, as in {@code eu-central-1}
     */
    record Tariff(String edition, String region) {

        static Tariff ofDeployment(Database database) {
            Row row = database.single(ProjectSql.DEPLOYMENT);
            return new Tariff(row.getString(0), row.getString(1));
        }
    }

    Prices {
        items = Map.copyOf(items);
    }

    /**
     * Reads PRICE_LIST; of several rows in force the one that began last counts, so own rates win over list prices. A region
     * that is only asked for must have prices of its own.
     */
    static Prices read(Database database, Tariff wanted, Tariff deployed) {
        String standIn = wanted.region().equals(deployed.region()) ? LISTED_REGION : wanted.region();
        Map<String, Price> items = new HashMap<>();
        for (Row row : database.rows(ProjectSql.PRICES, wanted.edition(), wanted.region(), standIn)) {
            items.put(
                    row.getString(0),
                    new Price(
                            ((Number) row.get(1)).doubleValue(), row.getString(2), row.getString(3), row.getString(4)));
        }
        return new Prices(wanted, items);
    }

    /**
     * The price of an item.
     *
     * @throws ProcedureException if there is none: a projection with holes would be too low
     */
    Price of(String item) {
        Price price = items.get(item);
        if (price == null) {
            throw new ProcedureException(
                    "NO_PRICE",
                    "PRICE_LIST has no price of " + item + " for edition " + tariff.edition() + " in " + tariff.region()
                            + " that is in force today; add a row (operations/own_prices.sql, operations/region_prices.sql)");
        }
        return price;
    }
}
