package dev.inverterflow.snowflake.local.snowpark;

/** The handlers of the documentation's examples of transactions, in Java instead of JavaScript. */
final class DocumentedHandlers {

    static final String TEXT = """
            static void run(Session session, String sql) {
                if (!sql.isEmpty()) session.sql(sql).collect();
            }
            static void insert(Session session, String table, int id, String name) {
                run(session, "insert into " + table + " values (" + id + ", '" + name + "')");
            }
            public static String p1(Session session, String b, String d) {
                run(session, "begin transaction");
                run(session, b);
                run(session, "call p2('insert into st values (''C'')')");
                run(session, d);
                run(session, "commit");
                return "";
            }
            public static String p2(Session session, String c) {
                run(session, "begin transaction");
                run(session, c);
                run(session, "commit");
                return "";
            }
            public static String sp1(Session session) {
                insert(session, "tracker_1", 11, "p1_alpha");
                run(session, "begin transaction");
                insert(session, "tracker_2", 12, "p1_bravo");
                run(session, "rollback");
                insert(session, "tracker_1", 13, "p1_charlie");
                return "";
            }
            public static String logMessage(Session session, String message) {
                run(session, "begin transaction");
                run(session, "insert into log_table values ('" + message + "')");
                run(session, "commit");
                return "";
            }
            public static String updateData(Session session) {
                run(session, "begin transaction");
                run(session, "insert into data_table (id) values (17)");
                run(session, "call log_message('You should see this saved.')");
                run(session, "rollback");
                return "";
            }
            public static String sp1Outer(Session session, String begin, String innerBegin, String innerEnd, String end) {
                insert(session, "tracker_1", 11, "p1_alpha");
                run(session, begin);
                insert(session, "tracker_2", 12, "p1_bravo");
                run(session, "call sp2_inner('" + innerBegin + "', '" + innerEnd + "')");
                run(session, end);
                insert(session, "tracker_1", 13, "p1_charlie");
                return "";
            }
            public static String sp2Inner(Session session, String begin, String end) {
                insert(session, "tracker_2", 21, "p2_alpha");
                run(session, begin);
                insert(session, "tracker_3", 22, "p2_bravo");
                run(session, end);
                insert(session, "tracker_2", 23, "p2_charlie");
                return "";
            }
            public static String cleanUp(Session session, String forceFailure) {
                run(session, "begin transaction");
                try {
                    run(session, "delete from child where parent_id = 1");
                    run(session, "delete from parent where id = 1");
                    if (forceFailure.equals("fail")) run(session, "delete from no_such_table");
                    run(session, "commit");
                    return "Succeeded";
                } catch (Exception e) {
                    run(session, "rollback");
                    return "Failed: " + e.getMessage();
                }
            }
            public static String outerSp1(Session session) {
                run(session, "insert into st values ('osp1_alpha')");
                run(session, "begin work");
                run(session, "insert into st values ('osp1_beta')");
                run(session, "call inner_sp2()");
                run(session, "insert into st values ('osp1_delta')");
                run(session, "commit work");
                run(session, "insert into st values ('osp1_omega')");
                return "";
            }
            public static String innerSp2(Session session) {
                run(session, "begin work");
                run(session, "insert into st values ('isp2')");
                return "";
            }
            public static String all(Session session, String statements) {
                for (String sql : statements.split(";")) run(session, sql.trim());
                return "";
            }
            public static String tryAll(Session session, String statements) {
                StringBuilder answers = new StringBuilder();
                for (String sql : statements.split(";")) {
                    try { run(session, sql.trim()); answers.append("accepted\\n"); }
                    catch (Exception e) { answers.append(e.getMessage().replace('\\n', ' ')).append("\\n"); }
                }
                return answers.toString();
            }
            """;

    private DocumentedHandlers() {}
}
