package dev.inverterflow.client.check;

/**
 * The result of one check.
 *
 * @param what the thing checked, one or two words
 * @param detail what was found, or why nothing was
 * @param remedy what a person must do; empty unless it failed
 */
public record Finding(Verdict verdict, String what, String detail, String remedy) {

    public static Finding pass(String what, String detail) {
        return new Finding(Verdict.PASS, what, detail, "");
    }

    public static Finding fail(String what, String detail, String remedy) {
        return new Finding(Verdict.FAIL, what, detail, remedy);
    }

    public static Finding skipped(String what, String why) {
        return new Finding(Verdict.SKIPPED, what, why, "");
    }

    public boolean failed() {
        return verdict == Verdict.FAIL;
    }

    /** How a check ended. */
    public enum Verdict {
        PASS,
        FAIL,
        /** It could not be made; another finding tells why, or it was not asked for. */
        SKIPPED
    }
}
