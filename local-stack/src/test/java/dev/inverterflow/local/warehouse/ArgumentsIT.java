package dev.inverterflow.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that cannot be meant are refused with what is wrong; those that leave everything out are not. */
@ExtendWith(WarehouseExtension.class)
class ArgumentsIT {
    private final Warehouse warehouse;

    ArgumentsIT(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REFLATTEN_INVERTER_DATA('2026-11-24'::TIMESTAMP_NTZ, '2026-11-23'::TIMESTAMP_NTZ) | FROM_TIME (2026-11-24T00:00) must be before TO_TIME (2026-11-23T00:00)
            REPLAY_REJECTED('2026-11-24'::TIMESTAMP_NTZ, '2026-11-24'::TIMESTAMP_NTZ) | FROM_TIME (2026-11-24T00:00) must be before TO_TIME
            RECONCILE_BATCHES('2026-11-24'::TIMESTAMP_NTZ, '2026-11-23'::TIMESTAMP_NTZ) | FROM_TIME (2026-11-24T00:00) must be before TO_TIME
            RECONCILE_BATCHES(GRACE_MINUTES => 10081) | GRACE_MINUTES must be 0 to 10080, not 10081
            REPORT_INGESTION_LATENCY('2026-11-24'::TIMESTAMP_NTZ, '2026-11-23'::TIMESTAMP_NTZ) | FROM_TIME (2026-11-24T00:00) must be before TO_TIME
            REPORT_INGESTION_LATENCY('2020-01-01'::TIMESTAMP_NTZ) | is more than 366 days
            REPORT_INGESTION_LATENCY('2999-01-01'::TIMESTAMP_NTZ, '2999-01-02'::TIMESTAMP_NTZ) | FROM_TIME (2999-01-01T00:00) is in the future
            REPORT_INGESTION_COST('2026-11-24'::TIMESTAMP_NTZ, '2026-11-23'::TIMESTAMP_NTZ) | FROM_TIME (2026-11-24T00:00) must be before TO_TIME
            REPORT_INGESTION_COST('2020-01-01'::TIMESTAMP_NTZ) | is more than 366 days
            REPORT_INGESTION_COST(TO_TIME => '0001-01-01'::TIMESTAMP_NTZ, FROM_TIME => '9999-12-31'::TIMESTAMP_NTZ) | must be before TO_TIME
            RENDER_INGESTION_REPORT(0) | DAYS must be 1 to 365, not 0
            RENDER_INGESTION_REPORT(-3) | DAYS must be 1 to 365, not -3
            RENDER_INGESTION_REPORT(366) | DAYS must be 1 to 365, not 366
            PURGE_INGESTION(-1) | DAYS must be 15 to 3650, not -1
            PURGE_INGESTION(NULL) | DAYS must be 15 to 3650, not null
            NOTIFY_PIPELINE_ERRORS(NULL, 'a@example.com') | INTEGRATION must name a notification integration
            NOTIFY_PIPELINE_ERRORS('MAIL', NULL) | RECIPIENTS must hold email addresses
            PROJECT_INGESTION_COST(PARSE_JSON('{"inverters": -1}')) | inverters
            """)
    void refusesWhatCannotBeMeant(String call, String message) {
        assertThatThrownBy(() -> warehouse.call(call))
                .hasMessageContaining("INVALID_ARGUMENT: ")
                .hasMessageContaining(message);
    }

    @Test
    void nullsAreTheDefaults() throws SQLException {
        for (String procedure : new String[] {
            "REFLATTEN_INVERTER_DATA(NULL, NULL)",
            "REPLAY_REJECTED(NULL, NULL)",
            "RECONCILE_BATCHES(NULL, NULL, NULL, NULL)",
            "REPORT_INGESTION_LATENCY(NULL, NULL)",
            "REPORT_INGESTION_COST(NULL, NULL)"
        }) {
            assertThat(warehouse.call(procedure).has("from")).as(procedure).isTrue();
        }
        assertThat(warehouse.text("SELECT COUNT(*) FROM PIPELINE_ERRORS WHERE RESOLVED_AT IS NULL AND SOURCE LIKE 'RE%'"
                        + " AND KIND = 'SQL_FAILED'"))
                .isEqualTo("0");
    }
}
