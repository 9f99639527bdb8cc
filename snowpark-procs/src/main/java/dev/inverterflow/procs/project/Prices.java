package dev.inverterflow.procs.project;

import com.snowflake.snowpark_java.Row;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.ProcedureException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prices of an edition in force today, by item of PRICE_LIST. */
record Prices(String edition, Map<String, Price> items) {

    static final String CREDIT = "CREDIT";

    Prices {
        items = Map.copyOf(items);
    }

    /**
     * Reads PRICE_LIST; of several rows in force the one that began last counts, so own rates win over list prices.
     *
     * @param wanted an edition as PRICE_LIST names it; null for that of this deployment
     */
    static Prices read(Database database, @Nullable String wanted) {
        String edition = wanted == null ? deployed(database) : wanted;
        Map<String, Price> items = new HashMap<>();
        for (Row row : database.rows(ProjectSql.PRICES, edition)) {
            items.put(
                    row.getString(0),
                    new Price(
                            ((Number) row.get(1)).doubleValue(), row.getString(2), row.getString(3), row.getString(4)));
        }
        return new Prices(edition, items);
    }

    private static String deployed(Database database) {
        String edition = database.single(ProjectSql.EDITION).getString(0);
        if (edition == null) {
            throw new ProcedureException(
                    "NO_PRICE",
                    "PRICE_LIST has no price for the edition of this deployment; add rows, or name an edition");
        }
        return edition;
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
                    "PRICE_LIST has no price of " + item + " for edition " + edition
                            + " that is in force today; add a row");
        }
        return price;
    }
}
