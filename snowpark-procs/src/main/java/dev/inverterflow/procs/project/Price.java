package dev.inverterflow.procs.project;

/**
 * A price of PRICE_LIST in force today.
 *
 * @param perUnit price of one unit
 * @param currency ISO code, or {@code CREDIT}
 * @param unit what is counted
 * @param source where the price was read
 */
record Price(double perUnit, String currency, String unit, String source) {

    boolean inCredits() {
        return currency.equals("CREDIT");
    }
}
