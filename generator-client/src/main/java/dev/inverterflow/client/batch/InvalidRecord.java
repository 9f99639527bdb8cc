package dev.inverterflow.client.batch;

import dev.inverterflow.client.reading.JsonBuffer;
import dev.inverterflow.client.validate.Violation;
import java.util.List;

/**
 * A refused record with its reasons, as {@code docs/client.md} describes it:
 * {@code {"rule":"MISSING","violations":[{"rule":"MISSING","field":"pac","value":null}],"record":{…}}}.
 */
final class InvalidRecord {
    private InvalidRecord() {}

    static void append(Judge.Refused refused, RecordBlock block) {
        JsonBuffer json = block.json();
        json.append("{\"rule\":\"" + refused.rule() + "\",\"violations\":[");
        List<Violation> violations = refused.violations();
        for (int i = 0; i < violations.size(); i++) {
            json.append((i == 0 ? "" : ",") + violation(violations.get(i)));
        }
        json.append("],\"record\":");
        refused.reading().appendTo(json);
        json.append('}');
        block.endRecord();
    }

    /** Names of rules and fields need no escapes, and the value is JSON already. */
    private static String violation(Violation violation) {
        String field =
                violation.field() == null ? "null" : '"' + violation.field().jsonName() + '"';
        return "{\"rule\":\"" + violation.rule() + "\",\"field\":" + field + ",\"value\":" + violation.valueJson()
                + "}";
    }
}
