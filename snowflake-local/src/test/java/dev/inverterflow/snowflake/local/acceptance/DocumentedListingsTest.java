package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The columns of each SHOW and DESCRIBE in their order. The middle field is the page that lists them, below
 * docs.snowflake.com/en/sql-reference/sql/ unless it says otherwise; what pages list in no order stands as accounts show it.
 */
@Tag("driver")
class DocumentedListingsTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final String TERSE = "created_on name kind database_name schema_name";

    private static Connection connection;

    @BeforeAll
    static void make() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(
                connection,
                "create table t (a number primary key, b number unique)",
                "create table u (a number references t (a))",
                "create view v as select 1 as x",
                "create stage st",
                "create file format ff type = csv",
                "create sequence sq",
                "create stream sm on table t",
                "create task tk schedule = '5 minutes' as select 1",
                "create pipe pp as copy into t from @st",
                "create warehouse w",
                "create role r",
                "create alert al schedule = '1 minute' if (exists (select 1)) then select 1",
                "create notification integration ni type = email enabled = true",
                "set x = 1",
                "grant role r to user " + SERVER.properties().getProperty("user"));
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            show tables | show-tables | created_on name database_name schema_name kind comment cluster_by rows bytes owner retention_time automatic_clustering change_tracking search_optimization search_optimization_progress search_optimization_bytes is_external enable_schema_evolution owner_role_type is_event is_hybrid is_iceberg is_immutable
            show views | show-views | created_on name reserved database_name schema_name owner comment text is_secure is_materialized owner_role_type change_tracking kind
            show columns in table t | show-columns | table_name schema_name column_name data_type null? default kind expression comment database_name autoincrement schema_evolution_record
            show schemas | show-schemas | created_on name is_default is_current database_name owner comment options retention_time owner_role_type object_visibility is_nested
            show databases | show-databases | created_on name is_default is_current origin owner comment options retention_time kind owner_role_type object_visibility data_quality_monitoring_settings resharing_settings
            show stages | show-stages | created_on name database_name schema_name url has_credentials has_encryption_key owner comment region type cloud notification_channel storage_integration endpoint owner_role_type directory_enabled
            show file formats | show-file-formats | created_on name database_name schema_name type owner comment format_options owner_role_type
            show pipes | show-pipes | created_on name database_name schema_name definition owner notification_channel comment integration pattern error_integration owner_role_type invalid_reason kind
            show streams | show-streams | created_on name database_name schema_name owner comment table_name source_type base_tables type stale mode stale_after invalid_reason owner_role_type
            show terse streams | show-streams | created_on name kind database_name schema_name tableOn
            show tasks | show-tasks | created_on name id database_name schema_name owner comment warehouse schedule predecessors state definition condition allow_overlapping_execution error_integration last_committed_on last_suspended_on owner_role_type config budget task_relations last_suspended_reason success_integration scheduling_mode target_completion_interval execute_as_user
            show terse tasks | show-tasks | created_on name kind database_name schema_name schedule
            show alerts | show-alerts | created_on name database_name schema_name owner comment warehouse schedule state condition action owner_role_type runbook config was_auto_suspended
            show terse alerts | show-alerts | created_on name kind database_name schema_name schedule state
            show warehouses | show-warehouses | name state type size min_cluster_count max_cluster_count started_clusters running queued is_default is_current is_interactive auto_suspend auto_resume available provisioning quiescing other created_on resumed_on updated_on owner comment enable_query_acceleration query_acceleration_max_scale_factor resource_monitor actives pendings failed suspended uuid scaling_policy owner_role_type resource_constraint generation
            show integrations | show-integrations | name type category enabled comment created_on
            show storage integrations | show-integrations | name type category enabled comment created_on
            show notification integrations | show-notification-integrations | name type category enabled comment created_on
            show roles | show-roles | created_on name is_default is_current is_inherited assigned_to_users granted_to_roles granted_roles owner comment
            show users | show-users | name created_on login_name display_name first_name last_name email mins_to_unlock days_to_expiry comment disabled must_change_password snowflake_lock default_warehouse default_namespace default_role default_secondary_roles ext_authn_duo ext_authn_uid mins_to_bypass_mfa owner last_success_login expires_at_time locked_until_time has_password has_rsa_public_key type has_mfa has_pat has_workload_identity is_from_organization_user
            show terse users | show-users | name created_on display_name first_name last_name email org_identity comment has_password has_rsa_public_key type has_mfa has_pat has_federated_workload_authentication is_from_organization_user
            show grants on table t | show-grants | created_on privilege granted_on name granted_to grantee_name grant_option granted_by granted_by_role_type
            show grants to role r | show-grants | created_on privilege granted_on name granted_to grantee_name grant_option granted_by
            show grants | show-grants | created_on privilege granted_on name role granted_to grantee_name grant_option granted_by
            show grants of role r | show-grants | created_on role granted_to grantee_name granted_by
            show future grants in schema s | show-grants | created_on privilege grant_on name grant_to grantee_name grant_option
            show future grants to role r | show-grants | created_on privilege grant_on name grant_to grantee_name grant_option
            show parameters | show-parameters | key value default level description type
            show variables | ../session-variables | session_id created_on updated_on name value type comment
            show procedures | show-procedures | created_on name schema_name is_builtin is_aggregate is_ansi min_num_arguments max_num_arguments arguments description catalog_name is_table_function valid_for_clustering is_secure secrets external_access_integrations
            show functions | show-functions | created_on name schema_name is_builtin is_aggregate is_ansi min_num_arguments max_num_arguments arguments description catalog_name is_table_function valid_for_clustering is_secure secrets external_access_integrations is_external_function language is_memoizable is_data_metric
            show primary keys | show-primary-keys | created_on database_name schema_name table_name column_name key_sequence constraint_name rely comment
            show terse unique keys | show-unique-keys | created_on database_name schema_name table_name column_name key_sequence constraint_name rely comment
            show imported keys | show-imported-keys | created_on pk_database_name pk_schema_name pk_table_name pk_column_name fk_database_name fk_schema_name fk_table_name fk_column_name key_sequence update_rule delete_rule fk_name pk_name deferrability rely comment
            show transactions | show-transactions | id user session name started_on state scope
            show locks | show-locks | resource type transaction transaction_started_on status acquired_on query_id session
            show objects | show-objects | created_on name database_name schema_name kind comment cluster_by rows bytes owner retention_time owner_role_type budget is_hybrid is_dynamic is_iceberg
            describe table t | desc-table | name type kind null? default primary key unique key check expression comment policy name privacy domain
            describe view v | desc-view | name type kind null? default primary key unique key check expression comment policy name privacy domain
            describe schema s | desc-schema | created_on name kind
            describe database db | desc-database | created_on name kind
            describe warehouse w | desc-warehouse | created_on name kind
            describe stage st | desc-stage | parent_property property property_type property_value property_default
            describe file format ff | desc-file-format | property property_type property_value property_default
            describe integration ni | desc-integration | property property_type property_value property_default
            describe user %s | desc-user | property value default description
            """)
    void aListingHasTheColumnsOfItsPage(String statement, String page, String columns) throws SQLException {
        String sql = statement.formatted(SERVER.properties().getProperty("user"));

        assertThat(String.join(" ", LocalServer.labels(connection, sql)))
                .as(page)
                .isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"tables", "views", "schemas", "databases", "objects"})
    void aTerseListingHasFiveColumns(String kind) throws SQLException {
        assertThat(String.join(" ", LocalServer.labels(connection, "show terse " + kind)))
                .isEqualTo(TERSE);
    }

    /** The pages of DESCRIBE say so, or name the same columns. */
    @ParameterizedTest
    @CsvSource({
        "describe stream sm, show streams",
        "describe task tk, show tasks",
        "describe pipe pp, show pipes",
        "describe alert al, show alerts",
        "describe sequence sq, show sequences"
    })
    void aDescriptionHasTheColumnsOfTheListing(String description, String listing) throws SQLException {
        assertThat(LocalServer.labels(connection, description)).isEqualTo(LocalServer.labels(connection, listing));
    }

    @Test
    void terseListingsOfTasksStreamsAndAlertsHaveColumnsOfTheirOwn() throws SQLException {
        assertThat(LocalServer.column(connection, "show terse tasks", "schedule"))
                .containsExactly("5 minutes");
        assertThat(LocalServer.column(connection, "show terse tasks", "kind")).containsExactly((String) null);
        assertThat(LocalServer.column(connection, "show terse streams", "tableOn"))
                .containsExactly("DB.S.T");
        assertThat(LocalServer.column(connection, "show terse streams", "kind")).containsExactly("DELTA");
        assertThat(LocalServer.column(connection, "show terse alerts", "state")).containsExactly("suspended");
    }

    @Test
    void grantsOnObjectsToComeAreListedByTheirPlaceAndByTheirRole() throws SQLException {
        LocalServer.execute(
                connection,
                "create role reader",
                "grant select, insert on future tables in schema s to role reader",
                "grant usage on future schemas in database db to role reader");

        assertThat(LocalServer.column(connection, "show future grants in schema db.s", "name"))
                .containsExactly("DB.S.<TABLE>", "DB.S.<TABLE>");
        assertThat(LocalServer.column(connection, "show future grants in schema db.s", "privilege"))
                .containsExactlyInAnyOrder("SELECT", "INSERT");
        assertThat(LocalServer.column(connection, "show future grants in database db", "grant_on"))
                .containsExactly("SCHEMA");
        assertThat(LocalServer.column(connection, "show future grants to role reader", "grantee_name"))
                .isEqualTo(List.of("READER", "READER", "READER"));
        assertThat(LocalServer.column(connection, "show future grants to role reader limit 1", "grantee_name"))
                .isEqualTo(List.of("READER"));
        assertThat(LocalServer.column(connection, "show grants to role reader", "privilege"))
                .isEmpty();
    }

    @Test
    void aVariableTellsWhenItWasFirstAndLastSet() throws SQLException {
        LocalServer.execute(connection, "set once = 1", "set once = 'two'");

        assertThat(LocalServer.column(connection, "show variables like 'once'", "value"))
                .containsExactly("two");
        assertThat(LocalServer.value(
                        connection,
                        "select \"updated_on\" >= \"created_on\" and \"created_on\" <= current_timestamp()"
                                + " from table(result_scan(last_query_id()))"))
                .isEqualToIgnoringCase("true");
    }

    @Test
    void theGrantsOfAUserNameTheRole() throws SQLException {
        String user = SERVER.properties().getProperty("user");

        assertThat(LocalServer.column(connection, "show grants to user " + user, "role"))
                .contains("R")
                .isEqualTo(LocalServer.column(connection, "show grants to user " + user, "name"));
        assertThat(LocalServer.column(connection, "show grants on table t", "granted_by_role_type"))
                .containsOnly("ROLE");
    }
}
