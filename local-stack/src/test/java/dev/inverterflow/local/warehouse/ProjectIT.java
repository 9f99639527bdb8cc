package dev.inverterflow.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PROJECT_INGESTION_COST reads PRICE_LIST as the deployment's region and edition, or those asked for, have it. */
@ExtendWith(WarehouseExtension.class)
class ProjectIT {
    private static final String HERE = "PROJECT_INGESTION_COST()";
    private static final String FRANKFURT = "PROJECT_INGESTION_COST({'region': 'eu-central-1'})";

    private final Warehouse warehouse;

    ProjectIT(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @AfterEach
    void dropPrices() throws Exception {
        warehouse.execute("DELETE FROM PRICE_LIST WHERE REGION = 'eu-central-1'");
    }

    @Test
    void aRegionWithoutAPriceIsRefusedAndThePriceNamed() throws Exception {
        assertThatThrownBy(() -> warehouse.call(FRANKFURT))
                .hasMessageContaining("NO_PRICE: PRICE_LIST has no price of ")
                .hasMessageContaining("in eu-central-1");

        addPrices("CREDIT", "SNOWFLAKE_STORAGE", "S3_PUT", "S3_STORAGE");
        assertThatThrownBy(() -> warehouse.call(FRANKFURT))
                .hasMessageContaining("no price of S3_GET for edition ENTERPRISE");
    }

    @Test
    void aRegionWithPricesIsPricedByThem() throws Exception {
        addPrices("CREDIT", "SNOWFLAKE_STORAGE", "S3_PUT", "S3_GET", "S3_STORAGE");

        JsonNode here = snowpipe(HERE);
        JsonNode there = snowpipe(FRANKFURT);
        // All that differs between regions is twice the price; what counts in credits has as many.
        assertThat(there.get("amount").doubleValue())
                .isCloseTo(2 * here.get("amount").doubleValue(), within(1e-9));
        // The source of a line in credits is that of its credits.
        assertThat(sources(there)).filteredOn("twice the list"::equals).hasSize(4);
        assertThat(sources(here)).isNotEmpty().doesNotContain("twice the list");
    }

    @Test
    void theRegionIsSaidInOptionsAndAssumptions() throws Exception {
        JsonNode result = warehouse.call(HERE);
        assertThat(result.at("/options/region").textValue()).isEqualTo("us-east-1");
        assertThat(result.get("assumptions").toString())
                .contains("for us-east-1 unless price_source names another region");
    }

    private JsonNode snowpipe(String call) throws Exception {
        JsonNode way = warehouse.call(call).at("/ways/0");
        assertThat(way.get("way").textValue()).isEqualTo("SNOWPIPE");
        return way;
    }

    private static List<String> sources(JsonNode way) {
        return way.get("components").findValuesAsText("price_source");
    }

    private void addPrices(String... items) throws Exception {
        warehouse.execute("""
                INSERT INTO PRICE_LIST (ITEM, EDITION, PRICE, CURRENCY, UNIT, UNIT_QUANTITY, REGION, SOURCE)
                SELECT ITEM, EDITION, 2 * PRICE, CURRENCY, UNIT, UNIT_QUANTITY, 'eu-central-1', 'twice the list'
                FROM PRICE_LIST
                WHERE REGION = 'us-east-1' AND ITEM IN ('%s')""".formatted(String.join("', '", items)));
    }
}
