package dev.inverterflow.snowflake.local.protocol;

/** Takes what drivers report about themselves, and drops it. They are told not to report, but some do before login. */
final class TelemetryEndpoint implements Endpoint {

    @Override
    public String path() {
        return "/telemetry/";
    }

    @Override
    public Reply answer(WireRequest request) {
        return Reply.ok();
    }
}
