package dev.inverterflow.deploy.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;

/** A pipe with what SYSTEM$PIPE_STATUS says of it. */
public record Pipe(String name, JsonNode status) {
    static Pipe of(String name, String statusJson) {
        try {
            return new Pipe(name, new ObjectMapper().readTree(statusJson));
        } catch (JsonProcessingException e) {
            throw new DeployException(
                    ExitCode.FAILED, "SYSTEM$PIPE_STATUS of " + name + " is no JSON: " + statusJson, e);
        }
    }

    boolean paused() {
        return state().equals("PAUSED");
    }

    public String state() {
        return text("executionState");
    }

    /** A field of the status as text; empty when it has none. */
    public String text(String field) {
        return status.path(field).asText("");
    }
}
