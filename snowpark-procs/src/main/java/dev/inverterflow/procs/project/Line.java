package dev.inverterflow.procs.project;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One component of a projected month.
 *
 * @param component what costs
 * @param quantity how much is used in 30 days
 * @param price of one unit
 * @param credits Snowflake credits; null for AWS
 * @param amount money
 * @param currency of {@code amount}
 * @param note what the quantity is made of
 */
record Line(
        String component,
        double quantity,
        Price price,
        @Nullable Double credits,
        double amount,
        String currency,
        String note) {

    /** Prices a quantity; credits are turned into money by the edition's price of a credit. */
    static Line of(String component, String item, double quantity, Prices prices, String note) {
        Price price = prices.of(item);
        double amount = quantity * price.perUnit();
        if (!price.inCredits()) {
            return new Line(component, quantity, price, null, amount, price.currency(), note);
        }
        Price credit = prices.of(Prices.CREDIT);
        return new Line(component, quantity, price, amount, amount * credit.perUnit(), credit.currency(), note);
    }

    Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("component", component);
        map.put("quantity", quantity);
        map.put("unit", price.unit());
        map.put("credits", credits);
        map.put("amount", amount);
        map.put("currency", currency);
        map.put("price_source", price.source());
        map.put("note", note);
        return map;
    }
}
